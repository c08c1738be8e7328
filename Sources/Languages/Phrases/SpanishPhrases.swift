extension Phrases {
  static let spanish = Phrases(
    """
    image: Imagen
    data: datos
    formulaWhere: donde
    formulaIs: es
    corrected: Corregido: {1}.
    correctedCell: {1} de {2}, impreso como {3}
    none: ninguno
    nothing: nada
    notStated: no indicado
    unnamed: sin nombre
    yes: sí
    no: no
    better: mejor
    lowerIsBetter: menos es mejor
    higherIsBetter: más es mejor
    knee: codo
    ideal: ideal
    notDrawn: No dibujado: {1} ({2}).
    notShown: No mostrado, {1}: {2}.
    noValue: sin valor para «{1}»
    noNumber: sin número en «{1}»
    noDate: sin fecha en «{1}»
    notPositive: no positivo en el eje logarítmico de «{1}»
    notInDomain: «{1}» no está en el dominio del eje
    rowNumber: fila {1}
    rowNumbers: filas {1}
    andMore: y {1} más
    countOfRecords: Número de registros
    aggregateOf: {1} de {2}
    aggregates: Número|Válidos|Ausentes|Distintos|Suma|Producto|Media|Media|Varianza|Varianza \
    (población)|Desviación típica|Desviación típica (población)|Error típico|Mediana|Primer \
    cuartil|Tercer cuartil|Mínimo|Máximo|Límite inferior|Límite superior|Valores
    largest: {1} para el mayor {2}
    smallest: {1} para el menor {2}
    binned: {1} (por clases)
    timeUnits: año|trimestre|mes|semana|día de la semana|día|día del \
    año|horas|minutos|segundos|milisegundos
    shortMonths: ene.|feb.|mar.|abr.|may.|jun.|jul.|ago.|sept.|oct.|nov.|dic.
    weekdays: domingo|lunes|martes|miércoles|jueves|viernes|sábado
    shortWeekdays: dom.|lun.|mar.|mié.|jue.|vie.|sáb.
    halfDays: a. m.|p. m.
    chartPareto: diagrama de dispersión de {n} puntos con su frente de Pareto
    chartPoints: diagrama de dispersión de {n} puntos
    chartLine: línea de {n} puntos
    chartLines: {n} líneas
    chartBars: gráfico de {n} barras
    chartArea: gráfico de áreas
    chartSectors: {n} sectores de un círculo
    chartTrail: línea de {n} puntos de grosor variable
    chartRectangles: {n} rectángulos
    chartTicks: {n} marcas
    chartRules: una recta|{n} rectas
    chartTexts: {n} textos
    untitled: sin título
    logarithmic: logarítmico
    fromTo: de {1} a {2}
    group: grupo
    groupsBy: {1} grupos por {2}: {3}.
    ofGroup: de {1}
    frontMembers: En el frente{1}, del mejor x al mejor y: {2}.
    kneePoint: Punto de codo{1}: {2}, el más alejado de la cuerda del frente con ambos ejes \
    referidos a su amplitud.
    probabilities: Probabilidad de estar en el frente{1}, con los errores como desviaciones \
    típicas de distribuciones normales independientes: {2}{3}. La banda contiene el frente con \
    una probabilidad del {4}.
    improbable: {1} más por debajo del {2}
    nearlyOnFront: Casi en el frente{1}, superados por no más de {2} en x y {3} en y: {4}.
    hypervolume: Hipervolumen{1} hasta la referencia ({2}) {3}: {4}.
    shareOfBox: como parte de la caja hasta el ideal ({1})
    inDataUnits: en unidades de los datos
    parallelCoordinates: Coordenadas paralelas de {1} filas en {2} ejes con su frente de Pareto.
    scatterMatrix: Matriz de {1} diagramas de dispersión de {2} filas con su frente de Pareto.
    objective: Objetivo {1}
    unbeaten: En el frente, no superadas por ninguna otra fila en todos los objetivos: {1}.
    kneeOfObjectives: Punto de codo: {1}, el más alejado, del lado del ideal, del plano que pasa \
    por los extremos del frente con todos los ejes referidos a su amplitud.
    nearlyUnbeaten: Casi en el frente, superados por no más de ({1}): {2}.
    headFile: Archivo
    headRows: Filas
    headErrata: Erratas
    headSource: Fuente
    headLicence: Licencia
    headInput: Entrada
    headDrawing: Dibujo
    headPlace: Lugar
    headFontFile: Archivo de fuente
    headSize: Tamaño
    headLine: Línea
    headFormula: Fórmula
    headUnit: Unidad
    headTests: Pruebas
    headPrinted: Impreso
    headComputedFrom: Calculado a partir de
    headAttached: Adjunto
    headKind: Clase
    headStatement: Enunciado
    headVerdict: Veredicto
    headNumber: N.º
    headCell: Celda
    headCorrected: Corregido
    headReason: Razón y prueba
    headWhere: ubicación
    rows: {n} fila|{n} filas
    files: {n} archivo|{n} archivos
    dataFiles: {n} archivo de datos|{n} archivos de datos
    dataTables: {n} tabla de datos|{n} tablas de datos
    tables: {n} tabla|{n} tablas
    charts: {n} gráfico|{n} gráficos
    values: {n} valor|{n} valores
    formulas: {n} fórmula|{n} fórmulas
    workedExamples: {n} ejemplo calculado|{n} ejemplos calculados
    correctedCells: {n} celda corregida|{n} celdas corregidas
    checks: {n} comprobación|{n} comprobaciones
    claims: {n} afirmación|{n} afirmaciones
    pinnedValues: {n} valor fijado|{n} valores fijados
    formulaTests: {n} prueba de fórmula|{n} pruebas de fórmulas
    bytes: {n} bytes
    kinds: comprobación|afirmación|fijado|fórmula
    holds: se cumple
    fails: falla
    warning: advertencia
    note: nota
    dataCaption: {1} con {2}; de cada resumen, las 16 primeras cifras.
    dataNothing: El informe no tiene archivos de datos.
    errataTable: En {1}
    errataRow: de {1}
    errataCaption: {1} de los datos; cada una es una línea de {2}.
    errataNothing: Ninguna celda de los datos está corregida.
    figuresCaption: {1}: SHA-256 de aquello con que se dibujó cada uno (opciones y filas) y del \
    archivo SVG resultante, 16 primeras cifras.
    figuresNothing: El informe no tiene gráficos.
    fontsCaption: Las fuentes del informe; de cada resumen, las 16 primeras cifras.
    fontsNothing: Las fuentes no se conocen aquí.
    formulasCaption: Impreso y evaluado a partir del mismo texto: {1} con {2}.
    formulasNothing: El informe no evalúa fórmulas.
    provenanceCaption: De dónde vienen los números: por capítulo y línea, lo que allí está \
    impreso y las tablas, columnas, líneas de archivos de datos y funciones de las que se \
    calcula.
    provenanceNothing: El informe no calcula números.
    rowsCounted: filas contadas
    noData: sin datos
    linesInBrackets: líneas entre paréntesis
    countOf: {1} de {2}
    countOfLines: {1} de las líneas {2}
    chosenBy: elegido por
    wholeTable: tabla entera
    lineNumber: línea {1}
    lineNumbers: líneas {1}
    rowsOf: {1} de {2} filas
    allShown: {1}, todas mostradas
    someShown: {1}, {2} mostradas; {3}
    leftOut: {1} omitidas: {2}
    sourcesAll: {1} de que está hecho el informe; este PDF los lleva todos como adjuntos. De \
    cada resumen, las 16 primeras cifras.
    sourcesSome: {1} de que está hecho el informe; este PDF lleva {2} de ellos como adjuntos. De \
    cada resumen, las 16 primeras cifras.
    sourcesNothing: Los archivos del informe no se conocen aquí.
    verdictsCaption: Lo que el informe comprueba de sí mismo: {1}; {2}.
    verdictsNothing: El informe no tiene comprobaciones, valores fijados ni afirmaciones.
    allHold: todas se cumplen
    someHold: {1} se cumplen, {2} no
    noRowWhere: Ninguna fila en que: {1}
    moreRows: y {n} filas más
    checkHolds: {1} se cumple.
    checkFoundNothing: No se encontró ninguna fila en que esto sea así: {1}.
    checkFails: {1} falla
    build: Hecho por {1} a partir de {2}. Están calculados {3}, {4} y {5} en frases; se probaron \
    {6} y afirmaciones. A iguales archivos y fuentes, iguales bytes; esta línea vuelve a hacer \
    el informe:
    edition: {1}.ª ed.
    editors: ed.|eds.
    editedBy: ed. por {1}
    translatedBy: trad. por {1}
    doctoralThesis: Tesis doctoral
    mastersThesis: Tesis de máster
    technicalReport: Inf. téc.
    volume: vol. {1}
    number: n.º {1}
    page: página {1}
    chapter: cap. {1}
    visitedOn: consultado el {1}
    """)
}
