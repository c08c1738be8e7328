extension Phrases {
  static let portuguese = Phrases(
    """
    image: Imagem
    data: dados
    formulaWhere: em que
    formulaIs: é
    corrected: Corrigido: {1}.
    correctedCell: {1} de {2}, impresso como {3}
    none: nenhum
    nothing: nada
    notStated: não indicado
    unnamed: sem nome
    yes: sim
    no: não
    better: melhor
    lowerIsBetter: menos é melhor
    higherIsBetter: mais é melhor
    knee: joelho
    ideal: ideal
    notDrawn: Não desenhado: {1} ({2}).
    notShown: Não mostrado, {1}: {2}.
    noValue: sem valor para «{1}»
    noNumber: sem número em «{1}»
    noDate: sem data em «{1}»
    notPositive: não positivo no eixo logarítmico de «{1}»
    notInDomain: «{1}» não está no domínio do eixo
    rowNumber: linha {1}
    rowNumbers: linhas {1}
    andMore: e mais {1}
    countOfRecords: Número de registos
    aggregateOf: {1} de {2}
    aggregates: Número|Válidos|Em falta|Distintos|Soma|Produto|Média|Média|Variância|Variância \
    (população)|Desvio padrão|Desvio padrão (população)|Erro padrão|Mediana|Primeiro \
    quartil|Terceiro quartil|Mínimo|Máximo|Limite inferior|Limite superior|Valores
    largest: {1} para o maior {2}
    smallest: {1} para o menor {2}
    binned: {1} (em classes)
    timeUnits: ano|trimestre|mês|semana|dia da semana|dia|dia do \
    ano|horas|minutos|segundos|milissegundos
    shortMonths: jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.
    weekdays: domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado
    shortWeekdays: dom.|seg.|ter.|qua.|qui.|sex.|sáb.
    halfDays: AM|PM
    chartPareto: gráfico de dispersão de {n} pontos com a sua frente de Pareto
    chartPoints: gráfico de dispersão de {n} pontos
    chartLine: linha de {n} pontos
    chartLines: {n} linhas
    chartBars: gráfico de {n} barras
    chartArea: gráfico de áreas
    chartSectors: {n} sectores de um círculo
    chartTrail: linha de {n} pontos de espessura variável
    chartRectangles: {n} rectângulos
    chartTicks: {n} traços
    chartRules: uma recta|{n} rectas
    chartTexts: {n} textos
    untitled: sem título
    logarithmic: logarítmico
    fromTo: de {1} a {2}
    group: grupo
    groupsBy: {1} grupos por {2}: {3}.
    ofGroup: de {1}
    frontMembers: Na frente{1}, do melhor x ao melhor y: {2}.
    kneePoint: Ponto de joelho{1}: {2}, o mais afastado da corda da frente com ambos os eixos \
    referidos à sua amplitude.
    probabilities: Probabilidade de estar na frente{1}, com os erros como desvios padrão de \
    distribuições normais independentes: {2}{3}. A banda contém a frente com uma probabilidade \
    de {4}.
    improbable: mais {1} abaixo de {2}
    nearlyOnFront: Quase na frente{1}, superados por não mais de {2} em x e {3} em y: {4}.
    hypervolume: Hipervolume{1} até à referência ({2}) {3}: {4}.
    shareOfBox: como parte da caixa até ao ideal ({1})
    inDataUnits: em unidades dos dados
    parallelCoordinates: Coordenadas paralelas de {1} linhas em {2} eixos com a sua frente de \
    Pareto.
    scatterMatrix: Matriz de {1} gráficos de dispersão de {2} linhas com a sua frente de Pareto.
    objective: Objetivo {1}
    unbeaten: Na frente, superadas por nenhuma outra linha em todos os objetivos: {1}.
    kneeOfObjectives: Ponto de joelho: {1}, o mais afastado, do lado do ideal, do plano pelos \
    extremos da frente com todos os eixos referidos à sua amplitude.
    nearlyUnbeaten: Quase na frente, superados por não mais de ({1}): {2}.
    headFile: Ficheiro
    headRows: Linhas
    headErrata: Erratas
    headSource: Fonte
    headLicence: Licença
    headInput: Entrada
    headDrawing: Desenho
    headPlace: Lugar
    headFontFile: Ficheiro do tipo de letra
    headSize: Tamanho
    headLine: Linha
    headFormula: Fórmula
    headUnit: Unidade
    headTests: Provas
    headPrinted: Impresso
    headComputedFrom: Calculado de
    headAttached: Anexado
    headKind: Género
    headStatement: Enunciado
    headVerdict: Veredicto
    headNumber: N.º
    headCell: Célula
    headCorrected: Corrigido
    headReason: Razão e prova
    headWhere: localização
    rows: {n} linha|{n} linhas
    files: {n} ficheiro|{n} ficheiros
    dataFiles: {n} ficheiro de dados|{n} ficheiros de dados
    dataTables: {n} tabela de dados|{n} tabelas de dados
    tables: {n} tabela|{n} tabelas
    charts: {n} gráfico|{n} gráficos
    values: {n} valor|{n} valores
    formulas: {n} fórmula|{n} fórmulas
    workedExamples: {n} exemplo calculado|{n} exemplos calculados
    correctedCells: {n} célula corrigida|{n} células corrigidas
    checks: {n} verificação|{n} verificações
    claims: {n} afirmação|{n} afirmações
    pinnedValues: {n} valor fixado|{n} valores fixados
    formulaTests: {n} prova de fórmula|{n} provas de fórmulas
    bytes: {n} bytes
    kinds: verificação|afirmação|fixado|fórmula
    holds: cumpre-se
    fails: falha
    warning: aviso
    note: nota
    dataCaption: {1} com {2}; de cada resumo, os primeiros 16 dígitos.
    dataNothing: O relatório não tem ficheiros de dados.
    errataTable: Em {1}
    errataRow: de {1}
    errataCaption: {1} dos dados; cada uma é uma linha de {2}.
    errataNothing: Nenhuma célula dos dados está corrigida.
    figuresCaption: {1}: SHA-256 daquilo de que cada um foi desenhado (opções e linhas) e do \
    ficheiro SVG resultante, primeiros 16 dígitos.
    figuresNothing: O relatório não tem gráficos.
    fontsCaption: Os tipos de letra do relatório; de cada resumo, os primeiros 16 dígitos.
    fontsNothing: Os tipos de letra não são conhecidos aqui.
    formulasCaption: Impresso e avaliado a partir do mesmo texto: {1} com {2}.
    formulasNothing: O relatório não avalia fórmulas.
    provenanceCaption: De onde vêm os números: por capítulo e linha, o que ali está impresso e \
    as tabelas, colunas, linhas de ficheiros de dados e funções de que é calculado.
    provenanceNothing: O relatório não calcula números.
    rowsCounted: linhas contadas
    noData: sem dados
    linesInBrackets: linhas entre parênteses
    countOf: {1} de {2}
    countOfLines: {1} das linhas {2}
    chosenBy: escolhido por
    wholeTable: tabela inteira
    lineNumber: linha {1}
    lineNumbers: linhas {1}
    rowsOf: {1} de {2} linhas
    allShown: {1}, todas mostradas
    someShown: {1}, {2} mostradas; {3}
    leftOut: {1} omitidas: {2}
    sourcesAll: {1} de que o relatório é feito; este PDF leva-os todos como anexos. De cada \
    resumo, os primeiros 16 dígitos.
    sourcesSome: {1} de que o relatório é feito; este PDF leva {2} deles como anexos. De cada \
    resumo, os primeiros 16 dígitos.
    sourcesNothing: Os ficheiros do relatório não são conhecidos aqui.
    verdictsCaption: O que o relatório verifica de si próprio: {1}; {2}.
    verdictsNothing: O relatório não tem verificações, valores fixados nem afirmações.
    allHold: todas se cumprem
    someHold: {1} cumprem-se, {2} não
    noRowWhere: Nenhuma linha em que: {1}
    moreRows: e mais {n} linhas
    checkHolds: {1} cumpre-se.
    checkFoundNothing: Não foi encontrada nenhuma linha em que assim seja: {1}.
    checkFails: {1} falha
    build: Feito por {1} a partir de {2}. Estão calculados {3}, {4} e {5} em frases; foram \
    postas à prova {6} e afirmações. Fontes e tipos de letra iguais dão bytes iguais; esta linha \
    refaz o relatório:
    edition: {1}.ª ed.
    editors: ed.|eds.
    editedBy: ed. por {1}
    translatedBy: trad. por {1}
    doctoralThesis: Tese de doutoramento
    mastersThesis: Dissertação de mestrado
    technicalReport: Rel. téc.
    volume: vol. {1}
    number: n.º {1}
    page: página {1}
    chapter: cap. {1}
    visitedOn: consultado em {1}
    """)
}
