extension Phrases {
  static let german = Phrases(
    """
    image: Bild
    data: Daten
    formulaWhere: Darin ist
    formulaIs:
    corrected: Berichtigt: {1}.
    correctedCell: {1} von {2}, gedruckt als {3}
    none: keine
    nothing: nichts
    notStated: nicht angegeben
    unnamed: ohne Namen
    yes: ja
    no: nein
    better: besser
    lowerIsBetter: niedriger ist besser
    higherIsBetter: höher ist besser
    knee: Knie
    ideal: ideal
    notDrawn: Nicht gezeichnet: {1} ({2}).
    notShown: Nicht gezeigt, {1}: {2}.
    noValue: kein Wert für „{1}“
    noNumber: keine Zahl in „{1}“
    noDate: kein Datum in „{1}“
    notPositive: nicht positiv auf der logarithmischen Achse von „{1}“
    notInDomain: „{1}“ liegt nicht im Bereich der Achse
    rowNumber: Zeile {1}
    rowNumbers: Zeilen {1}
    andMore: und {1} weitere
    countOfRecords: Anzahl der Datensätze
    aggregateOf: {1} von {2}
    aggregates: \
    Anzahl|Gültige|Fehlende|Verschiedene|Summe|Produkt|Mittelwert|Mittelwert|Varianz|Varianz \
    (Gesamtheit)|Standardabweichung|Standardabweichung \
    (Gesamtheit)|Standardfehler|Median|Unteres Quartil|Oberes Quartil|Kleinster Wert|Größter \
    Wert|Untere Vertrauensgrenze|Obere Vertrauensgrenze|Werte
    largest: {1} bei größtem {2}
    smallest: {1} bei kleinstem {2}
    binned: {1} (in Klassen)
    timeUnits: Jahr|Quartal|Monat|Woche|Wochentag|Tag|Tag des \
    Jahres|Stunden|Minuten|Sekunden|Millisekunden
    shortMonths: Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sep.|Okt.|Nov.|Dez.
    weekdays: Sonntag|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag
    shortWeekdays: So|Mo|Di|Mi|Do|Fr|Sa
    halfDays: vorm.|nachm.
    chartPareto: Streudiagramm von {n} Punkten mit ihrer Pareto-Front
    chartPoints: Streudiagramm von {n} Punkten
    chartLine: Linie aus {n} Punkten
    chartLines: {n} Linien
    chartBars: Balkendiagramm mit {n} Balken
    chartArea: Flächendiagramm
    chartSectors: {n} Kreissektoren
    chartTrail: Linie aus {n} Punkten mit wechselnder Dicke
    chartRectangles: {n} Rechtecke
    chartTicks: {n} Striche
    chartRules: eine Gerade|{n} Geraden
    chartTexts: {n} Texte
    untitled: ohne Titel
    logarithmic: logarithmisch
    fromTo: von {1} bis {2}
    group: Gruppe
    groupsBy: {1} Gruppen nach {2}: {3}.
    ofGroup: von {1}
    frontMembers: Auf der Front{1}, vom besten x zum besten y: {2}.
    kneePoint: Kniepunkt{1}: {2}, am weitesten von der Sehne der Front entfernt, wobei beide \
    Achsen auf deren Spannweite bezogen sind.
    probabilities: Wahrscheinlichkeit, auf der Front{1} zu liegen, mit den Fehlern als \
    Standardabweichungen unabhängiger Normalverteilungen: {2}{3}. Das Band enthält die Front mit \
    einer Wahrscheinlichkeit von {4}.
    improbable: {1} weitere unter {2}
    nearlyOnFront: Beinahe auf der Front{1}, in x um nicht mehr als {2} und in y um nicht mehr \
    als {3} geschlagen: {4}.
    hypervolume: Hypervolumen{1} zum Bezugspunkt ({2}) {3}: {4}.
    shareOfBox: als Anteil des Quaders bis zum Idealpunkt ({1})
    inDataUnits: in Einheiten der Daten
    parallelCoordinates: Parallele Koordinaten von {1} Zeilen auf {2} Achsen mit ihrer \
    Pareto-Front.
    scatterMatrix: Matrix aus {1} Streudiagrammen von {2} Zeilen mit ihrer Pareto-Front.
    objective: Ziel {1}
    unbeaten: Auf der Front, von keiner anderen Zeile in allen Zielen geschlagen: {1}.
    kneeOfObjectives: Kniepunkt: {1}, auf der Seite des Ideals am weitesten von der Ebene durch \
    die Enden der Front entfernt, wobei alle Achsen auf deren Spannweite bezogen sind.
    nearlyUnbeaten: Beinahe auf der Front, um nicht mehr als ({1}) geschlagen: {2}.
    headFile: Datei
    headRows: Zeilen
    headErrata: Berichtigt
    headSource: Quelle
    headLicence: Lizenz
    headInput: Eingabe
    headDrawing: Zeichnung
    headPlace: Ort
    headFontFile: Schriftdatei
    headSize: Größe
    headLine: Zeile
    headFormula: Formel
    headUnit: Einheit
    headTests: Proben
    headPrinted: Gedruckt
    headComputedFrom: Berechnet aus
    headAttached: Beigefügt
    headKind: Art
    headStatement: Aussage
    headVerdict: Ergebnis
    headNumber: Nr.
    headCell: Zelle
    headCorrected: Berichtigt
    headReason: Grund und Beleg
    headWhere: Fundstelle
    rows: {n} Zeile|{n} Zeilen
    files: {n} Datei|{n} Dateien
    dataFiles: {n} Datendatei|{n} Datendateien
    dataTables: {n} Datentabelle|{n} Datentabellen
    tables: {n} Tabelle|{n} Tabellen
    charts: {n} Diagramm|{n} Diagramme
    values: {n} Wert|{n} Werte
    formulas: {n} Formel|{n} Formeln
    workedExamples: {n} Rechenprobe|{n} Rechenproben
    correctedCells: {n} berichtigte Zelle|{n} berichtigte Zellen
    checks: {n} Prüfung|{n} Prüfungen
    claims: {n} Behauptung|{n} Behauptungen
    pinnedValues: {n} festgehaltener Wert|{n} festgehaltene Werte
    formulaTests: {n} Formelprobe|{n} Formelproben
    bytes: {n} Byte
    kinds: Prüfung|Behauptung|festgehalten|Formel
    holds: gilt
    fails: gilt nicht
    warning: Warnung
    note: Hinweis
    dataCaption: {1} mit {2}; von jeder Prüfsumme die ersten 16 Stellen.
    dataNothing: Der Bericht hat keine Datendateien.
    errataTable: In {1}
    errataRow: von {1}
    errataCaption: {1} der Daten; jede ist eine Zeile von {2}.
    errataNothing: Keine Zelle der Daten ist berichtigt.
    figuresCaption: {1}: SHA-256 dessen, woraus jedes gezeichnet wurde (Angaben und Zeilen), und \
    der SVG-Datei, die daraus wurde, die ersten 16 Stellen.
    figuresNothing: Der Bericht hat keine Diagramme.
    fontsCaption: Die Schriften des Berichts; von jeder Prüfsumme die ersten 16 Stellen.
    fontsNothing: Die Schriften sind hier nicht bekannt.
    formulasCaption: Aus demselben Text gedruckt und ausgerechnet: {1} mit {2}.
    formulasNothing: Der Bericht rechnet keine Formeln aus.
    provenanceCaption: Woher die Zahlen kommen: nach Kapitel und Zeile, was dort gedruckt ist \
    und aus welchen Tabellen, Spalten, Zeilen von Datendateien und Funktionen es berechnet ist.
    provenanceNothing: Der Bericht berechnet keine Zahlen.
    rowsCounted: gezählte Zeilen
    noData: keine Daten
    linesInBrackets: Zeilen in Klammern
    countOf: {1} von {2}
    countOfLines: {1} von den Zeilen {2}
    chosenBy: ausgewählt durch
    wholeTable: ganze Tabelle
    lineNumber: Zeile {1}
    lineNumbers: Zeilen {1}
    rowsOf: {1} von {2} Zeilen
    allShown: {1}, alle gezeigt
    someShown: {1}, {2} gezeigt; {3}
    leftOut: {1} weggelassen: {2}
    sourcesAll: {1}, woraus der Bericht gemacht ist; dieses PDF führt alle als Anlagen mit. Von \
    jeder Prüfsumme die ersten 16 Stellen.
    sourcesSome: {1}, woraus der Bericht gemacht ist; dieses PDF führt {2} davon als Anlagen \
    mit. Von jeder Prüfsumme die ersten 16 Stellen.
    sourcesNothing: Die Dateien des Berichts sind hier nicht bekannt.
    verdictsCaption: Was der Bericht an sich selbst prüft: {1}; {2}.
    verdictsNothing: Der Bericht hat keine Prüfungen, festgehaltenen Werte oder Behauptungen.
    allHold: alle gelten
    someHold: {1} gelten, {2} nicht
    noRowWhere: Keine Zeile, für die gilt: {1}
    moreRows: und {n} weitere Zeilen
    checkHolds: {1} gilt.
    checkFoundNothing: Es wurde keine Zeile gefunden, für die dies zutrifft: {1}.
    checkFails: {1} gilt nicht
    build: Hergestellt von {1} aus {2}. Berechnet sind {3}, {4} und {5} in Sätzen; {6} und \
    Behauptungen wurden geprüft. Gleiche Quellen und Schriften ergeben gleiche Bytes; diese \
    Zeile stellt den Bericht wieder her:
    edition: {1}. Aufl.
    editors: Hrsg.|Hrsg.
    editedBy: hrsg. von {1}
    translatedBy: übers. von {1}
    doctoralThesis: Dissertation
    mastersThesis: Masterarbeit
    technicalReport: Techn. Ber.
    volume: Bd. {1}
    number: Nr. {1}
    page: Seite {1}
    chapter: Kap. {1}
    visitedOn: besucht am {1}
    """)
}
