"""Makes sRGB.icc again: the colour space of screens as a profile, for PDF files that are kept.

It is the one that Little CMS builds in ("No copyright, use freely"), with a fixed date and the
version of the standard that PDF/A-2 names.
"""

from pathlib import Path

from PIL import ImageCms

made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
made[8:12] = bytes((4, 0x20, 0, 0))
made[24:36] = bytes((0x07, 0xEA, 0, 11, 0, 30, 0, 0, 0, 0, 0, 0))
Path(__file__).with_name("sRGB.icc").write_bytes(made)
