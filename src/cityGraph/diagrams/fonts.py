"""The bundled font and the SVG namespaces."""

from __future__ import annotations

import os

SVG = "http://www.w3.org/2000/svg"
KNOWN = frozenset("「」《》“”·、,。:;()◇→—…①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
XLINK = "http://www.w3.org/1999/xlink"
# What a browser on Windows, macOS or Linux has for Chinese, after the font that PNG and PDF are drawn with.
_FONTS = "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK SC", "Microsoft YaHei"
FAMILY = ",".join([*(f"'{font}'" for font in _FONTS), "sans-serif"])


def font_file() -> str:
    """Return the path of the font that pictures are drawn with."""
    import noto_cjk_sans_otc

    return os.path.join(os.path.dirname(noto_cjk_sans_otc.__file__), "NotoSansCJK-Regular.ttc")
