"""Why a file is not read: every such sentence, and the exception that carries one out of a reader."""

from __future__ import annotations

from bulletin.model.paper import Refused

_AS_DOCX = "mở tệp bằng Word hoặc LibreOffice, chọn «Lưu thành» (Save As) và kiểu .docx, rồi nhập lại tệp .docx đó"
_AGAIN = "mở thử tệp bằng Word; nếu mở được thì lưu thành tệp .docx mới rồi nhập lại, nếu không thì xin lại tệp gốc"


class Refusal(Exception):
    """Ends the reading of a file. `refused` is what the clerk is told."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.says)
        self.refused = refused


EMPTY = Refused(says="tệp không có chữ nào", do="kiểm tra lại xem có chọn nhầm tệp không")
TOO_LARGE = Refused(says="tệp quá lớn để là một văn bản", do="bỏ bớt ảnh trong tệp, hoặc chép phần chữ ra một tệp mới")
UNKNOWN = Refused(says="tệp không phải Word, PDF hay chữ thường", do=f"nếu đó là văn bản thì {_AS_DOCX}")
NOT_AS_NAMED = Refused(says="tên tệp nói là Word nhưng bên trong không phải tệp Word", do=_AGAIN)
DAMAGED = Refused(says="tệp bị hỏng hoặc tải về chưa hết", do=_AGAIN)
ENCRYPTED = Refused(says="tệp có mật khẩu", do="mở tệp bằng mật khẩu, lưu lại không đặt mật khẩu, rồi nhập lại")
NO_TEXT_FILE = Refused(
    says="tệp là bảng tính, trình chiếu hoặc tệp nén, không phải văn bản", do="chọn tệp Word hoặc PDF của văn bản"
)
BOMB = Refused(
    says="tệp bung ra quá lớn hoặc có quá nhiều phần bên trong, không giống tệp mà Word lưu", do=_AGAIN
)  # fmt: skip
STRANGE_XML = Refused(says="bên trong tệp có khai báo (DTD) mà Word không bao giờ lưu, nên không đọc", do=_AGAIN)
TOO_DEEP = Refused(
    says="bảng hoặc khung trong tệp lồng vào nhau quá nhiều lớp", do="chép phần chữ ra một tệp mới rồi nhập tệp đó"
)
NOT_UTF8 = Refused(
    says="chữ trong tệp không phải bảng mã Unicode (UTF-8)",
    do="mở tệp, chọn «Lưu thành» và mã hoá UTF-8; hoặc chép chữ vào Word rồi lưu thành .docx",
)
OLD_WEB = Refused(says="tệp là trang web nén của Word (MHT) hoặc Word 2003 XML", do=_AS_DOCX)
NO_PDF_READER = Refused(
    says="máy này chưa có phần đọc PDF",
    do="nhập tệp Word của văn bản, hoặc gõ «make site» để cài cho đủ rồi nhập lại",
)
TOO_MANY_PAGES = Refused(says="tệp PDF quá dài để là một văn bản", do="tách lấy các trang của văn bản rồi nhập lại")
SCAN = Refused(
    says="tệp PDF là bản quét: không có chữ để chép, hoặc chữ kèm theo sai quá nhiều",
    do="nhập tệp Word của văn bản; nếu không có thì thêm --ocr để máy đọc ảnh, rồi đối chiếu từng chữ",
)
PICTURE = Refused(
    says="tệp là ảnh, không có chữ để chép",
    do="nhập tệp Word của văn bản; nếu không có thì thêm --ocr để máy đọc ảnh, rồi đối chiếu từng chữ",
)
NO_OCR = Refused(
    says="máy này chưa có chương trình đọc ảnh (tesseract và tiếng Việt «vie»)",
    do="cài tesseract-ocr và tesseract-ocr-vie, hoặc nhập tệp Word của văn bản",
)
OCR_FAILED = Refused(says="chương trình đọc ảnh không đọc được tệp này", do="nhập tệp Word của văn bản")
NO_OFFICE = Refused(says="tệp kiểu cũ (.doc, .rtf, .odt) mà máy này không có LibreOffice để đọc", do=_AS_DOCX)
OFFICE_FAILED = Refused(says="LibreOffice không đọc được tệp này", do=_AS_DOCX)
