"""Where the desktop has no file dialog of its own, Qt's can be read too."""

from PySide6.QtWidgets import QFileDialog, QHeaderView


def test_the_heads_of_the_file_list_are_dark_on_light(qtbot, look, tmp_path):
    dialog = QFileDialog(None, "ファイルを開く", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    qtbot.addWidget(dialog)
    dialog.show()
    head = dialog.findChild(QHeaderView)
    picture = head.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 1).lightness() > 200
