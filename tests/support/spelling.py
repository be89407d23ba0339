"""Words by which to tell how a text is written."""

from __future__ import annotations

import re

# Classical words for which modern Chinese has others: 誰 for 何者, 沒有說明 for 未載, 的事物 for 之物.
CLASSICAL = re.compile(
    "何者|何以|何物|何人|何日|未載|未载|未詳|未详|所旨|所據|所据|所載|所载|有載|有载|之[物事人詞词列名步]|須|须|矣|焉|皆|毋|不逾|無一|无一"
)
