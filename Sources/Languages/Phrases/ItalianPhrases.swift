extension Phrases {
  static let italian = Phrases(
    """
    image: Immagine
    data: dati
    formulaWhere: dove
    formulaIs: è
    corrected: Corretto: {1}.
    correctedCell: {1} di {2}, stampato come {3}
    none: nessuno
    nothing: niente
    notStated: non indicato
    unnamed: senza nome
    yes: sì
    no: no
    better: meglio
    lowerIsBetter: meno è meglio
    higherIsBetter: più è meglio
    knee: ginocchio
    ideal: ideale
    notDrawn: Non disegnato: {1} ({2}).
    notShown: Non mostrato, {1}: {2}.
    noValue: nessun valore per «{1}»
    noNumber: nessun numero in «{1}»
    noDate: nessuna data in «{1}»
    notPositive: non positivo sull’asse logaritmico di «{1}»
    notInDomain: «{1}» non è nel dominio dell’asse
    rowNumber: riga {1}
    rowNumbers: righe {1}
    andMore: e altri {1}
    countOfRecords: Numero di record
    aggregateOf: {1} di {2}
    aggregates: Numero|Validi|Mancanti|Distinti|Somma|Prodotto|Media|Media|Varianza|Varianza \
    (popolazione)|Deviazione standard|Deviazione standard (popolazione)|Errore \
    standard|Mediana|Primo quartile|Terzo quartile|Minimo|Massimo|Limite inferiore|Limite \
    superiore|Valori
    largest: {1} per il massimo {2}
    smallest: {1} per il minimo {2}
    binned: {1} (in classi)
    timeUnits: anno|trimestre|mese|settimana|giorno della settimana|giorno|giorno \
    dell’anno|ore|minuti|secondi|millisecondi
    shortMonths: gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic
    weekdays: domenica|lunedì|martedì|mercoledì|giovedì|venerdì|sabato
    shortWeekdays: dom|lun|mar|mer|gio|ven|sab
    halfDays: AM|PM
    chartPareto: grafico a dispersione di {n} punti con il loro fronte di Pareto
    chartPoints: grafico a dispersione di {n} punti
    chartLine: linea di {n} punti
    chartLines: {n} linee
    chartBars: grafico di {n} barre
    chartArea: grafico ad area
    chartSectors: {n} settori di un cerchio
    chartTrail: linea di {n} punti di spessore variabile
    chartRectangles: {n} rettangoli
    chartTicks: {n} tratti
    chartRules: una retta|{n} rette
    chartTexts: {n} testi
    untitled: senza titolo
    logarithmic: logaritmico
    fromTo: da {1} a {2}
    group: gruppo
    groupsBy: {1} gruppi per {2}: {3}.
    ofGroup: di {1}
    frontMembers: Sul fronte{1}, dal miglior x al miglior y: {2}.
    kneePoint: Punto di ginocchio{1}: {2}, il più lontano dalla corda del fronte con entrambi \
    gli assi rapportati alla sua ampiezza.
    probabilities: Probabilità di essere sul fronte{1}, con gli errori come deviazioni standard \
    di distribuzioni normali indipendenti: {2}{3}. La banda contiene il fronte con una \
    probabilità del {4}.
    improbable: altri {1} sotto lo {2}
    nearlyOnFront: Quasi sul fronte{1}, superati di non più di {2} in x e {3} in y: {4}.
    hypervolume: Ipervolume{1} fino al riferimento ({2}) {3}: {4}.
    shareOfBox: come parte della scatola fino all’ideale ({1})
    inDataUnits: nelle unità dei dati
    parallelCoordinates: Coordinate parallele di {1} righe su {2} assi con il loro fronte di \
    Pareto.
    scatterMatrix: Matrice di {1} grafici a dispersione di {2} righe con il loro fronte di \
    Pareto.
    objective: Obiettivo {1}
    unbeaten: Sul fronte, superate da nessun’altra riga in tutti gli obiettivi: {1}.
    kneeOfObjectives: Punto di ginocchio: {1}, il più lontano, dal lato dell’ideale, dal piano \
    per gli estremi del fronte con tutti gli assi rapportati alla sua ampiezza.
    nearlyUnbeaten: Quasi sul fronte, superati di non più di ({1}): {2}.
    headFile: File
    headRows: Righe
    headErrata: Errata
    headSource: Fonte
    headLicence: Licenza
    headInput: Ingresso
    headDrawing: Disegno
    headPlace: Luogo
    headFontFile: File del carattere
    headSize: Dimensione
    headLine: Riga
    headFormula: Formula
    headUnit: Unità
    headTests: Prove
    headPrinted: Stampato
    headComputedFrom: Calcolato da
    headAttached: Allegato
    headKind: Genere
    headStatement: Enunciato
    headVerdict: Esito
    headNumber: N.
    headCell: Cella
    headCorrected: Corretto
    headReason: Ragione e prova
    headWhere: posizione
    rows: {n} riga|{n} righe
    files: {n} file
    dataFiles: {n} file di dati
    dataTables: {n} tabella di dati|{n} tabelle di dati
    tables: {n} tabella|{n} tabelle
    charts: {n} grafico|{n} grafici
    values: {n} valore|{n} valori
    formulas: {n} formula|{n} formule
    workedExamples: {n} esempio calcolato|{n} esempi calcolati
    correctedCells: {n} cella corretta|{n} celle corrette
    checks: {n} verifica|{n} verifiche
    claims: {n} affermazione|{n} affermazioni
    pinnedValues: {n} valore fissato|{n} valori fissati
    formulaTests: {n} prova di formula|{n} prove di formule
    bytes: {n} byte
    kinds: verifica|affermazione|fissato|formula
    holds: vale
    fails: fallisce
    warning: avviso
    note: nota
    dataCaption: {1} con {2}; di ogni impronta le prime 16 cifre.
    dataNothing: Il rapporto non ha file di dati.
    errataTable: In {1}
    errataRow: di {1}
    errataCaption: {1} dei dati; ognuna è una riga di {2}.
    errataNothing: Nessuna cella dei dati è corretta.
    figuresCaption: {1}: SHA-256 di ciò da cui ciascuno è disegnato (opzioni e righe) e del file \
    SVG ottenuto, prime 16 cifre.
    figuresNothing: Il rapporto non ha grafici.
    fontsCaption: I caratteri del rapporto; di ogni impronta le prime 16 cifre.
    fontsNothing: I caratteri non sono noti qui.
    formulasCaption: Stampato e valutato dallo stesso testo: {1} con {2}.
    formulasNothing: Il rapporto non valuta formule.
    provenanceCaption: Da dove vengono i numeri: per capitolo e riga, che cosa vi è stampato e \
    le tabelle, colonne, righe di file di dati e funzioni da cui è calcolato.
    provenanceNothing: Il rapporto non calcola numeri.
    rowsCounted: righe contate
    noData: nessun dato
    linesInBrackets: righe tra parentesi
    countOf: {1} di {2}
    countOfLines: {1} delle righe {2}
    chosenBy: scelto da
    wholeTable: tabella intera
    lineNumber: riga {1}
    lineNumbers: righe {1}
    rowsOf: {1} di {2} righe
    allShown: {1}, tutte mostrate
    someShown: {1}, {2} mostrate; {3}
    leftOut: {1} omesse: {2}
    sourcesAll: {1} di cui è fatto il rapporto; questo PDF li porta tutti come allegati. Di ogni \
    impronta le prime 16 cifre.
    sourcesSome: {1} di cui è fatto il rapporto; questo PDF ne porta {2} come allegati. Di ogni \
    impronta le prime 16 cifre.
    sourcesNothing: I file del rapporto non sono noti qui.
    verdictsCaption: Che cosa il rapporto verifica di sé: {1}; {2}.
    verdictsNothing: Il rapporto non ha verifiche, valori fissati o affermazioni.
    allHold: tutte valgono
    someHold: {1} valgono, {2} no
    noRowWhere: Nessuna riga in cui: {1}
    moreRows: e altre {n} righe
    checkHolds: {1} vale.
    checkFoundNothing: Non è stata trovata alcuna riga in cui sia così: {1}.
    checkFails: {1} fallisce
    build: Fatto da {1} con {2}. Sono calcolati {3}, {4} e {5} nelle frasi; sono state provate \
    {6} e affermazioni. A fonti e caratteri uguali, byte uguali; questa riga rifà il rapporto:
    edition: {1}ª ed.
    editors: a cura di|a cura di
    editedBy: a cura di {1}
    translatedBy: trad. da {1}
    doctoralThesis: Tesi di dottorato
    mastersThesis: Tesi di laurea magistrale
    technicalReport: Rapp. tecn.
    volume: vol. {1}
    number: n. {1}
    page: pagina {1}
    chapter: cap. {1}
    visitedOn: visitato il {1}
    """)
}
