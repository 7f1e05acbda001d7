"""The figures of Corvany: learning leads to work, work leads out of poverty, and wind turns into cleaner air."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from made.tables import Row, course, csv_bytes, earlier

FIRST, LAST = 1998, 2025
YEARS = list(range(FIRST, LAST + 1))
COUNT = len(YEARS)
REGIONS = {"Capital": 1.0, "Coast": 0.2, "Plains": -0.4, "Mountains": -1.0}
SEXES = {"Women": 1.0, "Men": -1.0}


@dataclass(frozen=True)
class Indicator:
    """The course of an indicator through the years, how much it varies, and how far its groups lie apart."""

    points: Mapping[int, float]
    spread: float
    apart: Mapping[str, float] = field(default_factory=dict)
    last: int = LAST
    decimals: int = 1


INDICATORS = {
    "1-1": Indicator({1998: 58.4, 2015: 62.6, 2025: 64.25}, 0.15, {"Sex": 1.4, "Region": 1.5}),
    "1-2": Indicator({1998: 268, 2015: 184, 2025: 154}, 2.4, {"Sex": -48, "Region": -21}, decimals=0),
    "2-1": Indicator({1998: 74, 2009: 79, 2015: 80.5, 2025: 76.2}, 0.7, {"Sex": 4.2, "Region": 3.2}),
    "4-2": Indicator({1998: 1.1, 2015: 1.62, 2025: 2.05}, 0.03, last=2024, decimals=2),
    "4-3": Indicator({1998: 71, 2008: 92, 2010: 89, 2015: 100, 2020: 104, 2025: 113}, 0.9, {"Region": 14}, decimals=0),
    "5-2": Indicator({1998: 9, 2010: 17, 2015: 24, 2020: 34.5, 2025: 47.4}, 0.6),
    "6-1": Indicator({1998: 38, 2015: 43, 2025: 44.4}, 0.9, {"Region": -13}, last=2024),
    "6-2": Indicator({1998: 100, 2015: 71, 2025: 63.5}, 1.4, decimals=0),
    "7-2": Indicator({1998: 19, 2014: 27, 2015: 31, 2018: 34, 2019: 38, 2022: 41, 2025: 44.6}, 0.2),
    "7-3": Indicator({1998: 290, 2015: 236, 2019: 268, 2025: 221}, 6.0, {"Region": -22}, decimals=0),
    "8-1": Indicator({1998: 61, 2007: 44, 2013: 78, 2019: 66, 2021: 75, 2025: 68.4}, 0.8),
}
MADE_FROM_OTHERS = {"2-2": {"Sex": 1.3}, "3-1": {"Sex": 0.9, "Region": -3.4}, "3-2": {"Region": -2.4}}


def files() -> dict[str, bytes]:
    """Every file below `nation/data`: one for each indicator, and what the statistical office says of them."""
    rng = Random(1848)
    own = {key: [level + rng.gauss(0, each.spread) for level in _line(each.points)] for key, each in INDICATORS.items()}
    learning = [value + rng.gauss(0, 0.75) for value in _line({1998: 6.5, 2015: 10.2, 2025: 15.1})]
    work = [61.5 + 1.05 * earlier(learning, i, 2) + rng.gauss(0, 0.45) for i in range(COUNT)]
    poverty = [69 - 0.72 * earlier(work, i, 1) + rng.gauss(0, 0.28) for i in range(COUNT)]
    emissions = [13.4 - 0.135 * earlier(own["5-2"], i, 1) + rng.gauss(0, 0.08) for i in range(COUNT)]
    children = [1.05 * value - 8 + rng.gauss(0, 0.3) for value in poverty]
    trust = [value + rng.gauss(0, 1.1) for value in _line({1998: 44, 2015: 52, 2025: 55.4})]
    made = own | {"2-2": learning, "3-1": poverty, "3-2": children, "4-1": work, "5-1": emissions, "7-1": trust}
    apart = MADE_FROM_OTHERS | {"4-1": {"Sex": -3.6, "Region": 2.1}, "7-1": {"Sex": 1.1}, "5-1": {}}
    tables = {f"{key}.csv": _table(rng, key, values, apart.get(key)) for key, values in sorted(made.items())}
    return tables | {"metadata.csv": METADATA.encode(), "neighbours.csv": NEIGHBOURS.encode()}


def _line(points: Mapping[int, float]) -> list[float]:
    return course({year - FIRST: value for year, value in points.items()}, COUNT)


def _table(rng: Random, key: str, values: list[float], apart: Mapping[str, float] | None) -> bytes:
    known = INDICATORS.get(key, Indicator({}, 0))
    columns = known.apart if apart is None else apart
    rows: list[Row] = [["Year", *columns, "Value"]]
    for year, value in zip(YEARS, values, strict=True):
        if year > known.last:
            break
        rows.append([year, *([""] * len(columns)), f"{value:.{known.decimals}f}"])
        for place, column in enumerate(columns):
            for group, share in (SEXES if column == "Sex" else REGIONS).items():
                cells = ["", ""][: len(columns)]
                cells[place] = group
                near = value + share * columns[column] + rng.gauss(0, abs(columns[column]) * 0.06)
                rows.append([year, *cells, f"{near:.{known.decimals}f}"])
    return csv_bytes(rows)


METADATA = """\
Code,Name,Definition,Purpose,Computed as,Unit,Nom,Définition,Objet,Calcul,Unité
1-1,Healthy life expectancy,Years that a child born today may expect to live without a lasting illness.,The longest view there is of how well we live.,Life table weighted with the share of people without a lasting illness at each age,years,Espérance de vie en bonne santé,Années qu’un enfant né aujourd’hui peut espérer vivre sans maladie durable.,Le regard le plus long qui soit sur notre bien-être.,Table de mortalité pondérée par la part des personnes sans maladie durable à chaque âge,ans
1-2,Deaths that could be prevented,"Deaths before the age of 75 that good care or a healthier life would have prevented, per 100,000 people.",Tells prevention from fate.,"Deaths by a list of 46 causes / people below 75 x 100,000, age standardised","per 100,000",Décès évitables,"Décès avant 75 ans que de bons soins ou une vie plus saine auraient évités, pour 100 000 personnes.",Distingue la prévention du destin.,"Décès d’une liste de 46 causes / personnes de moins de 75 ans x 100 000, standardisés par âge",pour 100 000
2-1,Young people who read well,Share of 15-year-olds who understand a text of two pages.,What school gives for life.,Pupils at level 2 and above in the national reading test / all pupils tested,%,Jeunes qui lisent bien,Part des jeunes de 15 ans qui comprennent un texte de deux pages.,Ce que l’école donne pour la vie.,Élèves au niveau 2 et au-delà au test national de lecture / tous les élèves testés,%
2-2,Adults who learn,Share of people from 25 to 64 who took a course within four weeks.,Skills age faster than people.,"People with a course in the last four weeks / all asked, labour force survey",%,Adultes qui apprennent,Part des personnes de 25 à 64 ans qui ont suivi un cours en quatre semaines.,Les compétences vieillissent plus vite que les gens.,"Personnes avec un cours dans les quatre dernières semaines / toutes les personnes interrogées, enquête emploi",%
3-1,People at risk of poverty,Share of people with less than three fifths of the middle income.,Who is left behind when others get ahead.,People in households below 60 % of the median disposable income / all people,%,Personnes menacées de pauvreté,Part des personnes qui ont moins des trois cinquièmes du revenu médian.,Qui reste en arrière quand d’autres avancent.,Personnes dans un ménage sous 60 % du revenu disponible médian / toutes les personnes,%
3-2,Children in households without work,Share of children below 18 who live with no adult in work.,Poverty is handed down here first.,Children in households in which nobody works / all children,%,Enfants de ménages sans travail,Part des enfants de moins de 18 ans qui vivent sans adulte au travail.,C’est ici que la pauvreté se transmet d’abord.,Enfants de ménages où personne ne travaille / tous les enfants,%
4-1,People in work,Share of people from 20 to 64 who are in work.,"Work pays for all the rest, and is a good of its own.","People from 20 to 64 in work / all of that age, labour force survey",%,Personnes au travail,Part des personnes de 20 à 64 ans qui travaillent.,Le travail paie tout le reste et il est un bien en soi.,"Personnes de 20 à 64 ans au travail / toutes celles de cet âge, enquête emploi",%
4-2,Spending on research,"Spending of firms, universities and the state on research, as a share of national product.",What we shall live from in twenty years.,Gross domestic expenditure on research and development / gross domestic product,%,Dépenses de recherche,"Dépenses de recherche des entreprises, des universités et de l’État, en part du produit national.",Ce dont nous vivrons dans vingt ans.,Dépense intérieure brute de recherche et développement / produit intérieur brut,%
4-3,Income of households,Real income per person after taxes and transfers; 2015 is 100.,What the middle of the country can buy.,"Adjusted disposable income of households per person, prices of 2015, index",points,Revenu des ménages,Revenu réel par personne après impôts et transferts ; 2015 vaut 100.,Ce que le milieu du pays peut acheter.,"Revenu disponible ajusté des ménages par personne, prix de 2015, indice",points
5-1,Greenhouse gases per person,"All gases, in tonnes of carbon dioxide, imports left out.",Our share of a common harm.,Emissions of the national inventory / people living in the country,t,Gaz à effet de serre par personne,"Tous les gaz, en tonnes de dioxyde de carbone, importations exclues.",Notre part d’un mal commun.,Émissions de l’inventaire national / personnes vivant dans le pays,t
5-2,Electricity from renewables,"Wind, water, sun and biomass, as a share of the electricity used.",The lever for heat and traffic too.,Electricity made from renewables / electricity used,%,Électricité renouvelable,"Vent, eau, soleil et biomasse, en part de l’électricité consommée.",Le levier pour la chaleur et les transports aussi.,Électricité renouvelable produite / électricité consommée,%
6-1,Rivers in good condition,Share of the length of all rivers that is in good or very good ecological condition.,Water remembers what happens on the land.,Kilometres of river in the two best of five classes / kilometres classified,%,Rivières en bon état,Part de la longueur de toutes les rivières en bon ou très bon état écologique.,L’eau se souvient de ce qui se passe sur la terre.,Kilomètres de rivière dans les deux meilleures de cinq classes / kilomètres classés,%
6-2,Birds of the fields,"How many of 39 kinds of birds live on farmland, 1998 is 100.",Where birds fall silent insects went before.,"Geometric mean of the index of each kind, 1998 = 100",points,Oiseaux des champs,Combien d’oiseaux de 39 espèces vivent sur les terres agricoles ; 1998 vaut 100.,"Où les oiseaux se taisent, les insectes sont partis avant.","Moyenne géométrique des indices des espèces, 1998 = 100",points
7-1,Trust in the courts,Share of people who rather trust the courts.,"Law is what people believe it to be, too.",Answers 6 to 10 on a scale from 0 to 10 / all answers,%,Confiance dans les tribunaux,Part des personnes qui font plutôt confiance aux tribunaux.,Le droit est aussi ce que l’on en croit.,Réponses de 6 à 10 sur une échelle de 0 à 10 / toutes les réponses,%
7-2,Women in parliament,"Share of seats of the national parliament, on 31 December.",Who decides about all of it.,Seats held by women / all seats,%,Femmes au parlement,"Part des sièges du parlement national, au 31 décembre.",Qui décide de tout cela.,Sièges tenus par des femmes / tous les sièges,%
7-3,Days until a civil judgement,"First instance, half of the cases are decided sooner.",Justice that comes late is none.,"Median of the days from complaint to judgement, over the judgements of the year",days,Jours jusqu’au jugement civil,Première instance ; la moitié des affaires sont jugées plus tôt.,Une justice tardive n’en est pas une.,"Médiane des jours de la plainte au jugement, sur les jugements de l’année",jours
8-1,Public debt,Debt of the state and its parts as a share of national product.,What we leave to those who cannot vote yet.,Gross consolidated debt / gross domestic product,%,Dette publique,"Dette de l’État et de ses collectivités, en part du produit national.",Ce que nous laissons à ceux qui ne votent pas encore.,Dette brute consolidée / produit intérieur brut,%
"""
NEIGHBOURS = """\
Code,Year,Value
1-1,2024,64.8
1-2,2024,152
2-1,2024,78.1
2-2,2024,13.9
3-1,2024,15.7
4-1,2024,77.6
4-2,2024,2.3
5-1,2024,7.1
5-2,2024,44
6-1,2024,41
7-2,2024,36
7-3,2024,240
8-1,2024,74
"""
