"""Writes every sample again, so that it follows the question bank that comes with the program.

A change of the bank, of an overlay or of a sample's texts asks for it; tests say where it is due.
"""

from __future__ import annotations

import sys

from . import charity, council, sectors, workshop
from .steps import put_down, roadmap


def main() -> int:
    """Write each that is no longer what is made of its texts, and say which."""
    bank = roadmap()
    made = {each.SAMPLE: each.sample(bank) for each in (council, charity, workshop)}
    for overlay, body in sectors.bodies().items():
        made[sectors.path_of(overlay)] = sectors.sample(overlay, body, sectors.bank_of(overlay))
    written = [path.name for path, assessment in made.items() if put_down(path, assessment)]
    sys.stdout.write(f"{len(written)} of {len(made)} samples written anew\n")
    sys.stdout.writelines(f"{name}\n" for name in written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
