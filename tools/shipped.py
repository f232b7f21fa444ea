"""What goes into the built folder besides Python, each of which must bring its licence."""

SHIPPED = (
    "annotated-types", "charset-normalizer", "et-xmlfile", "icalendar", "lxml", "openpyxl",
    "pillow", "platformdirs", "pydantic", "pydantic-core", "pyinstaller", "pypdfium2",
    "python-dateutil", "python-docx", "reportlab", "typing-extensions", "typing-inspection",
    "tzdata", "xlsxwriter",
)  # fmt: skip
QT = ("PySide6-Essentials", "shiboken6")
"""Their wheels carry no text of their licence; it lies in `assets/licences`."""
