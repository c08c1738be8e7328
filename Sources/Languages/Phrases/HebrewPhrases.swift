extension Phrases {
  static let hebrew = Phrases(
    """
    image: תמונה
    data: נתונים
    formulaWhere: כאשר
    formulaIs: הוא
    corrected: תוקן: {1}.
    correctedCell: {1} של {2}, הודפס {3}
    none: אין
    nothing: כלום
    notStated: לא צוין
    unnamed: ללא שם
    yes: כן
    no: לא
    better: טוב יותר
    lowerIsBetter: נמוך יותר טוב יותר
    higherIsBetter: גבוה יותר טוב יותר
    knee: ברך
    ideal: אידאלי
    notDrawn: לא צויר: {1} ({2}).
    notShown: לא מוצג, {1}: {2}.
    noValue: אין ערך עבור „{1}”
    noNumber: אין מספר ב„{1}”
    noDate: אין תאריך ב„{1}”
    notPositive: לא חיובי על הציר הלוגריתמי של „{1}”
    notInDomain: „{1}” אינו בתחום הציר
    rowNumber: שורה {1}
    rowNumbers: שורות {1}
    andMore: ועוד {1}
    countOfRecords: מספר הרשומות
    aggregateOf: {1} של {2}
    aggregates: מספר|תקינים|חסרים|שונים|סכום|מכפלה|ממוצע|ממוצע|שונות|שונות (אוכלוסייה)|סטיית \
    תקן|סטיית תקן (אוכלוסייה)|שגיאת תקן|חציון|רבעון ראשון|רבעון שלישי|מזערי|מרבי|גבול תחתון|גבול \
    עליון|ערכים
    largest: {1} עבור {2} המרבי
    smallest: {1} עבור {2} המזערי
    binned: {1} (במחלקות)
    timeUnits: שנה|רבעון|חודש|שבוע|יום בשבוע|יום|יום בשנה|שעות|דקות|שניות|אלפיות שנייה
    shortMonths: ינו׳|פבר׳|מרץ|אפר׳|מאי|יוני|יולי|אוג׳|ספט׳|אוק׳|נוב׳|דצמ׳
    weekdays: יום ראשון|יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|שבת
    shortWeekdays: א׳|ב׳|ג׳|ד׳|ה׳|ו׳|ש׳
    halfDays: לפנה״צ|אחה״צ
    chartPareto: תרשים פיזור של {n} נקודות עם חזית פארטו שלהן
    chartPoints: תרשים פיזור של {n} נקודות
    chartLine: קו של {n} נקודות
    chartLines: {n} קווים
    chartBars: תרשים של {n} עמודות
    chartArea: תרשים שטח
    chartSectors: {n} גזרות של עיגול
    chartTrail: קו של {n} נקודות בעובי משתנה
    chartRectangles: {n} מלבנים
    chartTicks: {n} קווקווים
    chartRules: ישר|{n} ישרים
    chartTexts: {n} טקסטים
    untitled: ללא כותרת
    logarithmic: לוגריתמי
    fromTo: מ־{1} עד {2}
    group: קבוצה
    groupsBy: {1} קבוצות לפי {2}: {3}.
    ofGroup: של {1}
    frontMembers: על החזית{1}, מה־x הטוב ביותר ל־y הטוב ביותר: {2}.
    kneePoint: נקודת הברך{1}: {2}, הרחוקה ביותר ממיתר החזית כששני הצירים מנורמלים לטווח שלה.
    probabilities: ההסתברות להימצא על החזית{1}, כשהשגיאות הן סטיות תקן של התפלגויות נורמליות \
    בלתי תלויות: {2}{3}. הרצועה מכילה את החזית בהסתברות של {4}.
    improbable: עוד {1} מתחת ל־{2}
    nearlyOnFront: כמעט על החזית{1}, מנוצחות בלא יותר מ־{2} ב־x ו־{3} ב־y: {4}.
    hypervolume: היפר־נפח{1} עד נקודת הייחוס ({2}) {3}: {4}.
    shareOfBox: כחלק מהתיבה עד האידאלי ({1})
    inDataUnits: ביחידות הנתונים
    parallelCoordinates: קואורדינטות מקבילות של {1} שורות על {2} צירים עם חזית פארטו שלהן.
    scatterMatrix: מטריצה של {1} תרשימי פיזור של {2} שורות עם חזית פארטו שלהן.
    objective: מטרה {1}
    unbeaten: על החזית, אינן מנוצחות על ידי אף שורה אחרת בכל המטרות: {1}.
    kneeOfObjectives: נקודת הברך: {1}, הרחוקה ביותר, בצד האידאלי, מהמישור העובר בקצות החזית כשכל \
    הצירים מנורמלים לטווח שלה.
    nearlyUnbeaten: כמעט על החזית, מנוצחות בלא יותר מ־({1}): {2}.
    headFile: קובץ
    headRows: שורות
    headErrata: תיקונים
    headSource: מקור
    headLicence: רישיון
    headInput: קלט
    headDrawing: ציור
    headPlace: מקום
    headFontFile: קובץ גופן
    headSize: גודל
    headLine: שורה
    headFormula: נוסחה
    headUnit: יחידה
    headTests: מבחנים
    headPrinted: הודפס
    headComputedFrom: חושב מתוך
    headAttached: מצורף
    headKind: סוג
    headStatement: קביעה
    headVerdict: תוצאה
    headNumber: מס׳
    headCell: תא
    headCorrected: תוקן
    headReason: סיבה וראיה
    headWhere: מיקום
    rows: שורה אחת|{n} שורות
    files: קובץ אחד|{n} קבצים
    dataFiles: קובץ נתונים אחד|{n} קובצי נתונים
    dataTables: טבלת נתונים אחת|{n} טבלאות נתונים
    tables: טבלה אחת|{n} טבלאות
    charts: תרשים אחד|{n} תרשימים
    values: ערך אחד|{n} ערכים
    formulas: נוסחה אחת|{n} נוסחאות
    workedExamples: דוגמה מחושבת אחת|{n} דוגמאות מחושבות
    correctedCells: תא מתוקן אחד|{n} תאים מתוקנים
    checks: בדיקה אחת|{n} בדיקות
    claims: טענה אחת|{n} טענות
    pinnedValues: ערך מקובע אחד|{n} ערכים מקובעים
    formulaTests: מבחן נוסחה אחד|{n} מבחני נוסחאות
    bytes: {n} בתים
    kinds: בדיקה|טענה|מקובע|נוסחה
    holds: מתקיים
    fails: נכשל
    warning: אזהרה
    note: הערה
    dataCaption: {1} עם {2}; מכל גיבוב 16 הספרות הראשונות.
    dataNothing: אין לדוח קובצי נתונים.
    errataTable: ב־{1}
    errataRow: של {1}
    errataCaption: {1} בנתונים; כל אחד הוא שורה של {2}.
    errataNothing: אין תא מתוקן בנתונים.
    figuresCaption: {1}: SHA-256 של מה שממנו צויר כל אחד (אפשרויות ושורות) ושל קובץ ה־SVG שיצא, \
    16 הספרות הראשונות.
    figuresNothing: אין בדוח תרשימים.
    fontsCaption: הגופנים של הדוח; מכל גיבוב 16 הספרות הראשונות.
    fontsNothing: הגופנים אינם ידועים כאן.
    formulasCaption: הודפס וחושב מאותו טקסט: {1} עם {2}.
    formulasNothing: הדוח אינו מחשב נוסחאות.
    provenanceCaption: מאין באים המספרים: לפי פרק ושורה, מה מודפס שם והטבלאות, העמודות, השורות \
    של קובצי הנתונים והפונקציות שמהם הוא מחושב.
    provenanceNothing: הדוח אינו מחשב מספרים.
    rowsCounted: שורות שנספרו
    noData: אין נתונים
    linesInBrackets: שורות בסוגריים
    countOf: {1} מתוך {2}
    countOfLines: {1} מתוך השורות {2}
    chosenBy: נבחר לפי
    wholeTable: הטבלה כולה
    lineNumber: שורה {1}
    lineNumbers: שורות {1}
    rowsOf: {1} מתוך {2} שורות
    allShown: {1}, כולן מוצגות
    someShown: {1}, {2} מוצגות; {3}
    leftOut: {1} הושמטו: {2}
    sourcesAll: {1} שמהם עשוי הדוח; קובץ PDF זה נושא את כולם כקבצים מצורפים. מכל גיבוב 16 הספרות \
    הראשונות.
    sourcesSome: {1} שמהם עשוי הדוח; קובץ PDF זה נושא {2} מהם כקבצים מצורפים. מכל גיבוב 16 \
    הספרות הראשונות.
    sourcesNothing: קובצי הדוח אינם ידועים כאן.
    verdictsCaption: מה הדוח בודק על עצמו: {1}; {2}.
    verdictsNothing: אין בדוח בדיקות, ערכים מקובעים או טענות.
    allHold: כולן מתקיימות
    someHold: {1} מתקיימות, {2} לא
    noRowWhere: אין שורה שבה: {1}
    moreRows: ועוד {n} שורות
    checkHolds: {1} מתקיימת.
    checkFoundNothing: לא נמצאה שורה שבה כך הדבר: {1}.
    checkFails: {1} נכשלת
    build: נעשה בידי {1} מתוך {2}. חושבו {3}, {4} ו־{5} במשפטים; נבדקו {6} וטענות. מקורות \
    וגופנים שווים נותנים בתים שווים; שורה זו עושה את הדוח מחדש:
    edition: מהדורה {1}
    editors: עורך|עורכים
    editedBy: בעריכת {1}
    translatedBy: בתרגום {1}
    doctoralThesis: עבודת דוקטור
    mastersThesis: עבודת מוסמך
    technicalReport: דוח טכני
    volume: כרך {1}
    number: מס׳ {1}
    page: עמוד {1}
    chapter: פרק {1}
    visitedOn: נצפה ב־{1}
    """)
}
