"""Texts reach the window only through the parts that escape them: a look at the code itself."""

import ast
from pathlib import Path

import pytest

import nttp_readiness

PACKAGE = Path(nttp_readiness.__file__).parent
RICH = {"ui/widgets/prose.py"}
"""The one module that writes markup, from words that it has escaped."""
CALLS = {"setToolTip", "setStatusTip", "setWhatsThis", "setHtml", "insertHtml", "appendHtml"}
CLASSES = {
    "QMessageBox", "QErrorMessage", "QToolTip", "QWhatsThis", "QTextEdit", "QTextBrowser",
    "QProgressDialog", "QInputDialog", "QTextDocument", "QStaticText",
}  # fmt: skip


def faults(code, where):
    """What in that code could take a text for markup."""
    tree = ast.parse(code)
    plain = "TextFormat.PlainText" in code
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in CLASSES:
            yield f"{where}:{node.lineno} uses {node.id}"
        if (
            isinstance(node, ast.ClassDef)
            and "QLabel" in map(_name, node.bases)
            and not plain
            and where not in RICH
        ):
            yield f"{where}:{node.lineno} {node.name} is a label without a text format"
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        if name in CALLS:
            yield f"{where}:{node.lineno} calls {name}"
        if name == "QLabel" and (node.args or node.keywords):
            yield f"{where}:{node.lineno} makes a label with a text"
        if name == "QLabel" and not plain:
            yield f"{where}:{node.lineno} makes a label without a text format"
        formats = name == "setTextFormat" and where not in RICH
        if formats and not ast.unparse(node.args[0]).endswith("PlainText"):
            yield f"{where}:{node.lineno} sets a text format that is not plain"


def _name(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def test_every_module_with_widgets_follows_them():
    modules = [*(PACKAGE / "ui").rglob("*.py"), *(PACKAGE / "app").rglob("*.py")]
    found = [
        fault
        for module in modules
        for fault in faults(
            module.read_text(encoding="utf-8"), module.relative_to(PACKAGE).as_posix()
        )
    ]
    assert len(modules) > 60
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "box.setToolTip(title)",
        "bar.setStatusTip(title)",
        "from PySide6.QtWidgets import QMessageBox\nQMessageBox.warning(self, title, text)",
        "label = QLabel(title)",
        "label = QLabel()\nlabel.setText(title)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "class Name(QLabel):\n    pass",
        "view = QTextBrowser()",
        "field.document().setHtml(text)",
    ],
)
def test_each_way_round_them_is_found(code):
    assert list(faults(code, "ui/planted.py"))


def test_a_plain_label_is_no_fault():
    code = "label = QLabel()\nlabel.setTextFormat(Qt.TextFormat.PlainText)"
    assert not list(faults(code, "ui/planted.py"))
