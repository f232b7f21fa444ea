"""The program for Windows, made and tried from Linux: Windows Python under Wine.

Wine is not Windows. What is seen here is told as "tried with the Windows program under Wine".
"""
