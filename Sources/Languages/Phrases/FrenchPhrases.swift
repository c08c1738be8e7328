extension Phrases {
  static let french = Phrases(
    """
    image: Image
    data: données
    formulaWhere: où
    formulaIs: est
    corrected: Corrigé : {1}.
    correctedCell: {1} de {2}, imprimé {3}
    none: aucun
    nothing: rien
    notStated: non précisé
    unnamed: sans nom
    yes: oui
    no: non
    better: mieux
    lowerIsBetter: moins, c’est mieux
    higherIsBetter: plus, c’est mieux
    knee: coude
    ideal: idéal
    notDrawn: Non tracé : {1} ({2}).
    notShown: Non montré, {1} : {2}.
    noValue: pas de valeur pour « {1} »
    noNumber: pas de nombre dans « {1} »
    noDate: pas de date dans « {1} »
    notPositive: pas positif sur l’axe logarithmique de « {1} »
    notInDomain: « {1} » n’est pas dans le domaine de l’axe
    rowNumber: ligne {1}
    rowNumbers: lignes {1}
    andMore: et {1} autres
    countOfRecords: Nombre d’enregistrements
    aggregateOf: {1} de {2}
    aggregates: \
    Nombre|Valides|Manquants|Distincts|Somme|Produit|Moyenne|Moyenne|Variance|Variance \
    (population)|Écart type|Écart type (population)|Erreur type|Médiane|Premier \
    quartile|Troisième quartile|Minimum|Maximum|Borne inférieure|Borne supérieure|Valeurs
    largest: {1} pour le plus grand {2}
    smallest: {1} pour le plus petit {2}
    binned: {1} (par classes)
    timeUnits: année|trimestre|mois|semaine|jour de la semaine|jour|jour de \
    l’année|heures|minutes|secondes|millisecondes
    shortMonths: janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.
    weekdays: dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi
    shortWeekdays: dim.|lun.|mar.|mer.|jeu.|ven.|sam.
    halfDays: AM|PM
    chartPareto: nuage de {n} points avec leur front de Pareto
    chartPoints: nuage de {n} points
    chartLine: ligne de {n} points
    chartLines: {n} lignes
    chartBars: diagramme de {n} barres
    chartArea: diagramme en aires
    chartSectors: {n} secteurs d’un cercle
    chartTrail: ligne de {n} points d’épaisseur variable
    chartRectangles: {n} rectangles
    chartTicks: {n} traits
    chartRules: une droite|{n} droites
    chartTexts: {n} textes
    untitled: sans titre
    logarithmic: logarithmique
    fromTo: de {1} à {2}
    group: groupe
    groupsBy: {1} groupes selon {2} : {3}.
    ofGroup: de {1}
    frontMembers: Sur le front{1}, du meilleur x au meilleur y : {2}.
    kneePoint: Point de coude{1} : {2}, le plus éloigné de la corde du front, les deux axes \
    étant ramenés à son étendue.
    probabilities: Probabilité d’être sur le front{1}, les erreurs étant les écarts types de \
    lois normales indépendantes : {2}{3}. La bande contient le front avec une probabilité de \
    {4}.
    improbable: {1} autres sous {2}
    nearlyOnFront: Presque sur le front{1}, battus d’au plus {2} en x et {3} en y : {4}.
    hypervolume: Hypervolume{1} jusqu’à la référence ({2}) {3} : {4}.
    shareOfBox: en part de la boîte jusqu’à l’idéal ({1})
    inDataUnits: dans les unités des données
    parallelCoordinates: Coordonnées parallèles de {1} lignes sur {2} axes avec leur front de \
    Pareto.
    scatterMatrix: Matrice de {1} nuages de points de {2} lignes avec leur front de Pareto.
    objective: Objectif {1}
    unbeaten: Sur le front, battues par aucune autre ligne pour tous les objectifs : {1}.
    kneeOfObjectives: Point de coude : {1}, le plus éloigné, du côté de l’idéal, du plan passant \
    par les extrémités du front, tous les axes étant ramenés à son étendue.
    nearlyUnbeaten: Presque sur le front, battus d’au plus ({1}) : {2}.
    headFile: Fichier
    headRows: Lignes
    headErrata: Corrections
    headSource: Source
    headLicence: Licence
    headInput: Entrée
    headDrawing: Tracé
    headPlace: Lieu
    headFontFile: Fichier de police
    headSize: Taille
    headLine: Ligne
    headFormula: Formule
    headUnit: Unité
    headTests: Essais
    headPrinted: Imprimé
    headComputedFrom: Calculé à partir de
    headAttached: Joint
    headKind: Genre
    headStatement: Énoncé
    headVerdict: Verdict
    headNumber: N°
    headCell: Cellule
    headCorrected: Corrigé
    headReason: Raison et preuve
    headWhere: emplacement
    rows: {n} ligne|{n} lignes
    files: {n} fichier|{n} fichiers
    dataFiles: {n} fichier de données|{n} fichiers de données
    dataTables: {n} table de données|{n} tables de données
    tables: {n} tableau|{n} tableaux
    charts: {n} graphique|{n} graphiques
    values: {n} valeur|{n} valeurs
    formulas: {n} formule|{n} formules
    workedExamples: {n} exemple calculé|{n} exemples calculés
    correctedCells: {n} cellule corrigée|{n} cellules corrigées
    checks: {n} vérification|{n} vérifications
    claims: {n} affirmation|{n} affirmations
    pinnedValues: {n} valeur fixée|{n} valeurs fixées
    formulaTests: {n} essai de formule|{n} essais de formules
    bytes: {n} octets
    kinds: vérification|affirmation|fixée|formule
    holds: tient
    fails: échoue
    warning: avertissement
    note: note
    dataCaption: {1}, {2} ; de chaque empreinte, les 16 premiers chiffres.
    dataNothing: Le rapport n’a pas de fichiers de données.
    errataTable: Dans {1}
    errataRow: de {1}
    errataCaption: {1} dans les données ; chacune est une ligne de {2}.
    errataNothing: Aucune cellule des données n’est corrigée.
    figuresCaption: {1} : SHA-256 de ce dont chacun est tracé (options et lignes) et du fichier \
    SVG obtenu, 16 premiers chiffres.
    figuresNothing: Le rapport n’a pas de graphiques.
    fontsCaption: Les polices du rapport ; de chaque empreinte, les 16 premiers chiffres.
    fontsNothing: Les polices ne sont pas connues ici.
    formulasCaption: Imprimé et évalué à partir du même texte : {1} avec {2}.
    formulasNothing: Le rapport n’évalue pas de formules.
    provenanceCaption: D’où viennent les nombres : par chapitre et par ligne, ce qui y est \
    imprimé et les tables, colonnes, lignes de fichiers de données et fonctions dont il est \
    calculé.
    provenanceNothing: Le rapport ne calcule pas de nombres.
    rowsCounted: lignes comptées
    noData: pas de données
    linesInBrackets: lignes entre parenthèses
    countOf: {1} sur {2}
    countOfLines: {1} sur les lignes {2}
    chosenBy: choisi par
    wholeTable: table entière
    lineNumber: ligne {1}
    lineNumbers: lignes {1}
    rowsOf: {1} lignes sur {2}
    allShown: {1}, toutes montrées
    someShown: {1}, {2} montrées ; {3}
    leftOut: {1} laissées de côté : {2}
    sourcesAll: {1} dont le rapport est fait ; ce PDF les contient tous en pièces jointes. De \
    chaque empreinte, les 16 premiers chiffres.
    sourcesSome: {1} dont le rapport est fait ; ce PDF en contient {2} en pièces jointes. De \
    chaque empreinte, les 16 premiers chiffres.
    sourcesNothing: Les fichiers du rapport ne sont pas connus ici.
    verdictsCaption: Ce que le rapport vérifie de lui-même : {1} ; {2}.
    verdictsNothing: Le rapport n’a ni vérifications, ni valeurs fixées, ni affirmations.
    allHold: toutes tiennent
    someHold: {1} tiennent, {2} non
    noRowWhere: Aucune ligne où : {1}
    moreRows: et {n} autres lignes
    checkHolds: {1} tient.
    checkFoundNothing: Aucune ligne trouvée où il en est ainsi : {1}.
    checkFails: {1} échoue
    build: Fait par {1} à partir de {2}. Sont calculés {3}, {4} et {5} dans des phrases ; {6} et \
    affirmations ont été éprouvées. À sources et polices égales, octets égaux ; cette ligne \
    refait le rapport :
    edition: {1}ᵉ éd.
    editors: éd.|éds.
    editedBy: éd. par {1}
    translatedBy: trad. par {1}
    doctoralThesis: Thèse de doctorat
    mastersThesis: Mémoire de master
    technicalReport: Rapp. tech.
    volume: t. {1}
    number: nº {1}
    page: page {1}
    chapter: chap. {1}
    visitedOn: consulté le {1}
    """)
}
