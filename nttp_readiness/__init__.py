"""NTTP Readiness: how ready are we to become trauma-informed, and what do we do first?"""

__version__ = "0.1.0"
