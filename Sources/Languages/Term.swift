/// What Report says on pages in words of its own, beyond the names that `Terms` has properties for.
///
/// Every language has a text for each (`Phrases/`). In it `{1}`, `{2}` stand for what is said about,
/// `{n}` for a number; forms for one and for many are parted by bars, and so are lists.
public enum Term: String, CaseIterable, Hashable, Sendable {
  case image, data, formulaWhere, formulaIs, corrected, correctedCell, none, nothing, notStated
  case unnamed, yes, no, better, lowerIsBetter, higherIsBetter, knee, ideal, notDrawn, notShown
  case noValue, noNumber, noDate, notPositive, notInDomain, rowNumber, rowNumbers, andMore
  case countOfRecords, aggregateOf, aggregates, largest, smallest, binned, timeUnits
  case shortMonths, weekdays, shortWeekdays, halfDays, chartPareto, chartPoints
  case chartLine, chartLines, chartBars, chartArea, chartSectors, chartTrail, chartRectangles
  case chartTicks, chartRules, chartTexts, untitled, logarithmic, fromTo, group, groupsBy
  case ofGroup, frontMembers, kneePoint, probabilities, improbable, nearlyOnFront, hypervolume
  case shareOfBox, inDataUnits, parallelCoordinates, scatterMatrix, objective, unbeaten
  case kneeOfObjectives, nearlyUnbeaten, headFile, headRows, headErrata, headSource, headLicence
  case headInput, headDrawing, headPlace, headFontFile, headSize, headLine, headFormula
  case headUnit, headTests, headPrinted, headComputedFrom, headAttached, headKind, headStatement
  case headVerdict, headNumber, headCell, headCorrected, headReason, headWhere, rows, files
  case dataFiles, dataTables, tables, charts, values, formulas, workedExamples, correctedCells
  case checks, claims, pinnedValues, formulaTests, bytes, kinds, holds, fails, warning, note
  case dataCaption, dataNothing, errataTable, errataRow, errataCaption, errataNothing
  case figuresCaption, figuresNothing, fontsCaption, fontsNothing, formulasCaption
  case formulasNothing, provenanceCaption, provenanceNothing, rowsCounted, noData, linesInBrackets,
    countOf, countOfLines, chosenBy,
    wholeTable
  case lineNumber, lineNumbers, rowsOf, allShown, someShown, leftOut, sourcesAll, sourcesSome
  case sourcesNothing, verdictsCaption, verdictsNothing, allHold, someHold, noRowWhere, moreRows
  case checkHolds, checkFoundNothing, checkFails, build, edition, editors, editedBy
  case translatedBy, doctoralThesis, mastersThesis, technicalReport, volume, number, page
  case chapter, visitedOn
}
