extension Phrases {
  static let dutch = Phrases(
    """
    image: Afbeelding
    data: gegevens
    formulaWhere: Hierin is
    formulaIs:
    corrected: Verbeterd: {1}.
    correctedCell: {1} van {2}, gedrukt als {3}
    none: geen
    nothing: niets
    notStated: niet vermeld
    unnamed: zonder naam
    yes: ja
    no: nee
    better: beter
    lowerIsBetter: lager is beter
    higherIsBetter: hoger is beter
    knee: knie
    ideal: ideaal
    notDrawn: Niet getekend: {1} ({2}).
    notShown: Niet getoond, {1}: {2}.
    noValue: geen waarde voor ‘{1}’
    noNumber: geen getal in ‘{1}’
    noDate: geen datum in ‘{1}’
    notPositive: niet positief op de logaritmische as van ‘{1}’
    notInDomain: ‘{1}’ ligt niet in het domein van de as
    rowNumber: rij {1}
    rowNumbers: rijen {1}
    andMore: en nog {1}
    countOfRecords: Aantal records
    aggregateOf: {1} van {2}
    aggregates: \
    Aantal|Geldige|Ontbrekende|Verschillende|Som|Product|Gemiddelde|Gemiddelde|Variantie|Variantie \
    (populatie)|Standaardafwijking|Standaardafwijking (populatie)|Standaardfout|Mediaan|Eerste \
    kwartiel|Derde kwartiel|Minimum|Maximum|Ondergrens|Bovengrens|Waarden
    largest: {1} bij de grootste {2}
    smallest: {1} bij de kleinste {2}
    binned: {1} (in klassen)
    timeUnits: jaar|kwartaal|maand|week|weekdag|dag|dag van het \
    jaar|uren|minuten|seconden|milliseconden
    shortMonths: jan.|feb.|mrt.|apr.|mei|juni|juli|aug.|sep.|okt.|nov.|dec.
    weekdays: zondag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag
    shortWeekdays: zo|ma|di|wo|do|vr|za
    halfDays: a.m.|p.m.
    chartPareto: spreidingsdiagram van {n} punten met hun Paretofront
    chartPoints: spreidingsdiagram van {n} punten
    chartLine: lijn van {n} punten
    chartLines: {n} lijnen
    chartBars: staafdiagram met {n} staven
    chartArea: vlakdiagram
    chartSectors: {n} sectoren van een cirkel
    chartTrail: lijn van {n} punten met wisselende dikte
    chartRectangles: {n} rechthoeken
    chartTicks: {n} streepjes
    chartRules: een rechte|{n} rechten
    chartTexts: {n} teksten
    untitled: zonder titel
    logarithmic: logaritmisch
    fromTo: van {1} tot {2}
    group: groep
    groupsBy: {1} groepen naar {2}: {3}.
    ofGroup: van {1}
    frontMembers: Op het front{1}, van de beste x naar de beste y: {2}.
    kneePoint: Kniepunt{1}: {2}, het verst van de koorde van het front, met beide assen \
    geschaald naar zijn bereik.
    probabilities: Kans om op het front{1} te liggen, met de fouten als standaardafwijkingen van \
    onafhankelijke normale verdelingen: {2}{3}. De band bevat het front met een kans van {4}.
    improbable: nog {1} onder {2}
    nearlyOnFront: Bijna op het front{1}, met niet meer dan {2} in x en {3} in y verslagen: {4}.
    hypervolume: Hypervolume{1} tot de referentie ({2}) {3}: {4}.
    shareOfBox: als deel van de doos tot het ideaal ({1})
    inDataUnits: in eenheden van de gegevens
    parallelCoordinates: Parallelle coördinaten van {1} rijen op {2} assen met hun Paretofront.
    scatterMatrix: Matrix van {1} spreidingsdiagrammen van {2} rijen met hun Paretofront.
    objective: Doel {1}
    unbeaten: Op het front, door geen andere rij in alle doelen verslagen: {1}.
    kneeOfObjectives: Kniepunt: {1}, aan de kant van het ideaal het verst van het vlak door de \
    uiteinden van het front, met alle assen geschaald naar zijn bereik.
    nearlyUnbeaten: Bijna op het front, met niet meer dan ({1}) verslagen: {2}.
    headFile: Bestand
    headRows: Rijen
    headErrata: Errata
    headSource: Bron
    headLicence: Licentie
    headInput: Invoer
    headDrawing: Tekening
    headPlace: Plaats
    headFontFile: Lettertypebestand
    headSize: Grootte
    headLine: Regel
    headFormula: Formule
    headUnit: Eenheid
    headTests: Proeven
    headPrinted: Gedrukt
    headComputedFrom: Berekend uit
    headAttached: Bijgevoegd
    headKind: Soort
    headStatement: Bewering
    headVerdict: Uitkomst
    headNumber: Nr.
    headCell: Cel
    headCorrected: Verbeterd
    headReason: Reden en bewijs
    headWhere: vindplaats
    rows: {n} rij|{n} rijen
    files: {n} bestand|{n} bestanden
    dataFiles: {n} gegevensbestand|{n} gegevensbestanden
    dataTables: {n} gegevenstabel|{n} gegevenstabellen
    tables: {n} tabel|{n} tabellen
    charts: {n} grafiek|{n} grafieken
    values: {n} waarde|{n} waarden
    formulas: {n} formule|{n} formules
    workedExamples: {n} rekenvoorbeeld|{n} rekenvoorbeelden
    correctedCells: {n} verbeterde cel|{n} verbeterde cellen
    checks: {n} controle|{n} controles
    claims: {n} bewering|{n} beweringen
    pinnedValues: {n} vastgelegde waarde|{n} vastgelegde waarden
    formulaTests: {n} formuleproef|{n} formuleproeven
    bytes: {n} bytes
    kinds: controle|bewering|vastgelegd|formule
    holds: klopt
    fails: klopt niet
    warning: waarschuwing
    note: opmerking
    dataCaption: {1} met {2}; van elke controlesom de eerste 16 cijfers.
    dataNothing: Het verslag heeft geen gegevensbestanden.
    errataTable: In {1}
    errataRow: van {1}
    errataCaption: {1} van de gegevens; elk is een regel van {2}.
    errataNothing: Geen cel van de gegevens is verbeterd.
    figuresCaption: {1}: SHA-256 van waaruit elk is getekend (opties en rijen) en van het \
    SVG-bestand dat eruit kwam, eerste 16 cijfers.
    figuresNothing: Het verslag heeft geen grafieken.
    fontsCaption: De lettertypen van het verslag; van elke controlesom de eerste 16 cijfers.
    fontsNothing: De lettertypen zijn hier niet bekend.
    formulasCaption: Uit dezelfde tekst gedrukt en uitgerekend: {1} met {2}.
    formulasNothing: Het verslag rekent geen formules uit.
    provenanceCaption: Waar de getallen vandaan komen: per hoofdstuk en regel, wat daar gedrukt \
    staat en uit welke tabellen, kolommen, regels van gegevensbestanden en functies het is \
    berekend.
    provenanceNothing: Het verslag berekent geen getallen.
    rowsCounted: getelde rijen
    noData: geen gegevens
    linesInBrackets: regels tussen haakjes
    countOf: {1} van {2}
    countOfLines: {1} van de regels {2}
    chosenBy: gekozen door
    wholeTable: hele tabel
    lineNumber: regel {1}
    lineNumbers: regels {1}
    rowsOf: {1} van {2} rijen
    allShown: {1}, alle getoond
    someShown: {1}, {2} getoond; {3}
    leftOut: {1} weggelaten: {2}
    sourcesAll: {1} waaruit het verslag is gemaakt; deze PDF bevat ze alle als bijlagen. Van \
    elke controlesom de eerste 16 cijfers.
    sourcesSome: {1} waaruit het verslag is gemaakt; deze PDF bevat er {2} als bijlagen. Van \
    elke controlesom de eerste 16 cijfers.
    sourcesNothing: De bestanden van het verslag zijn hier niet bekend.
    verdictsCaption: Wat het verslag aan zichzelf controleert: {1}; {2}.
    verdictsNothing: Het verslag heeft geen controles, vastgelegde waarden of beweringen.
    allHold: alle kloppen
    someHold: {1} kloppen, {2} niet
    noRowWhere: Geen rij waarvoor: {1}
    moreRows: en nog {n} rijen
    checkHolds: {1} klopt.
    checkFoundNothing: Er is geen rij gevonden waarvoor dit zo is: {1}.
    checkFails: {1} klopt niet
    build: Gemaakt door {1} uit {2}. Berekend zijn {3}, {4} en {5} in zinnen; {6} en beweringen \
    werden beproefd. Gelijke bronnen en lettertypen geven gelijke bytes; deze regel maakt het \
    verslag opnieuw:
    edition: {1}e druk
    editors: red.|red.
    editedBy: red. door {1}
    translatedBy: vert. door {1}
    doctoralThesis: Proefschrift
    mastersThesis: Masterscriptie
    technicalReport: Techn. rapp.
    volume: deel {1}
    number: nr. {1}
    page: pagina {1}
    chapter: hfst. {1}
    visitedOn: bezocht op {1}
    """)
}
