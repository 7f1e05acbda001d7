"""A map in the scripts of many languages, every name longer than its line."""

from __future__ import annotations

from bsc_site.model.vocabularies import Status, TrendWord
from bsc_site.render.strategy_map import MapArrow, MapRow, StrategyMap
from tests.builders.maps import box

_SAID = {
    "deutsch": (
        "Kundenzufriedenheitsmessung im Außendienst fortwährend verbessern",
        "Franziska Großmann-Öttinger",
        "Planmäßig",
    ),
    "polski": ("Zwiększyć zażyłość z najwierniejszymi klientami", "Zdzisława Brzęczyszczykiewicz", "Zagrożone"),
    "turkce": ("Müşteri şikâyetlerini ıskalamadan çözüme ulaştırmak", "Gülşah Çağlayangil", "Yolunda değil"),
    "tieng-viet": ("Nâng cao mức độ hài lòng của khách hàng trung thành", "Nguyễn Thị Ánh Tuyết", "Đúng tiến độ"),
    "ellinika": ("Βελτίωση της ικανοποίησης των πελατών μας", "Κωνσταντίνος Παπαδημητρίου", "Σε εξέλιξη"),
    "russkiy": ("Повысить удовлетворённость постоянных покупателей", "Константин Преображенский", "По плану"),
    "ukrainska": ("Підвищити якість обслуговування відвідувачів", "Ґанна Їжакевич-Щербицька", "Під загрозою"),
    "arabi": ("رفع مستوى رضا العملاء الدائمين في جميع الفروع", "عبد الرحمن المستنصري", "على المسار"),
    "ivrit": ("שיפור שביעות הרצון של הלקוחות הנאמנים שלנו", "אברהם בן־שלמה הלוי", "לפי התוכנית"),
    "nihongo": ("顧客満足度を継続的に向上させる（全店舗・オンライン）。", "長谷川 茉莉子", "順調"),
    "zhongwen": ("持续提高老客户的满意度，并降低退货率与投诉率", "欧阳慧敏", "进展顺利"),
    "hangugeo": ("단골 고객의 만족도를 지속적으로 향상시킨다", "남궁 민서연", "순조롭게 진행"),
    "thai": ("เพิ่มความพึงพอใจของลูกค้าประจำทั่วประเทศอย่างต่อเนื่อง", "กนกวรรณ ศรีสุวรรณภูมิ", "เป็นไปตามแผน"),
    "hindi": ("नियमित ग्राहकों की संतुष्टि को निरंतर बढ़ाना", "श्रीनिवास चट्टोपाध्याय", "योजना के अनुसार"),
    "mixed": ("KPI-Übersicht für 東京 и Москва – Ω & ΔT 🛍️", "O’Brien & Søn ApS №7", "½ ✓ 100 %"),
}
_WORDS = {
    "r0": ("Ικανοποίηση πελατών", "Τι περιμένουν από εμάς οι πελάτες;"),
    "r1": ("العملاء والأسواق", "كيف يرانا عملاؤنا الدائمون اليوم؟"),
    "r2": ("社内業務プロセス", "どの業務で卓越しなければならないか。"),
}
_LAGS = {"nihongo": "3 か月", "thai": "٦ أشهر", "arabi": "6 Monate", "hindi": "12 месяцев"}
LETTERS = frozenset(
    "".join(
        [*(word for words in (*_SAID.values(), *_WORDS.values()) for word in words), *_LAGS.values(), "…-+−0123456789"]
    )
)
"""Every letter of the map."""
LONGEST = StrategyMap(
    tuple(MapRow(id_, *words) for id_, words in _WORDS.items()),
    tuple(
        box(
            id_,
            f"r{number // 5}",
            name=name,
            owner=owner,
            status=tuple(Status)[number % 5],
            status_name=status,
            score=100.0,
            trend=TrendWord.IMPROVING,
        )
        for number, (id_, (name, owner, status)) in enumerate(_SAID.items())
    ),
    (
        MapArrow("nihongo", "ivrit", "+", _LAGS["nihongo"]),
        MapArrow("thai", "ukrainska", "-", _LAGS["thai"]),
        MapArrow("arabi", "turkce", "+", _LAGS["arabi"]),
        MapArrow("hindi", "tieng-viet", "-", _LAGS["hindi"]),
    ),
)
