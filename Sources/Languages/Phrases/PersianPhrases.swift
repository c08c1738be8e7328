extension Phrases {
  static let persian = Phrases(
    """
    image: تصویر
    data: داده‌ها
    formulaWhere: که در آن
    formulaIs: نشان‌دهندهٔ
    corrected: تصحیح: {1}.
    correctedCell: {1} از {2}، چاپ‌شده به صورت {3}
    none: هیچ
    nothing: هیچ
    notStated: ذکر نشده
    unnamed: بی‌نام
    yes: بله
    no: خیر
    better: بهتر
    lowerIsBetter: کمتر بهتر است
    higherIsBetter: بیشتر بهتر است
    knee: زانو
    ideal: آرمانی
    notDrawn: رسم نشده: {1} ({2}).
    notShown: نشان داده نشده، {1}: {2}.
    noValue: بی‌مقدار برای «{1}»
    noNumber: بدون عدد در «{1}»
    noDate: بدون تاریخ در «{1}»
    notPositive: نامثبت روی محور لگاریتمی «{1}»
    notInDomain: «{1}» در دامنهٔ محور نیست
    rowNumber: سطر {1}
    rowNumbers: سطرهای {1}
    andMore: و {1} مورد دیگر
    countOfRecords: شمار رکوردها
    aggregateOf: {1} {2}
    aggregates: شمار|معتبر|گمشده|متمایز|مجموع|حاصل‌ضرب|میانگین|میانگین|واریانس|واریانس \
    جامعه|انحراف معیار|انحراف معیار جامعه|خطای معیار|میانه|چارک اول|چارک سوم|کمینه|بیشینه|کران \
    پایین|کران بالا|مقدارها
    largest: {1} برای بیشینهٔ {2}
    smallest: {1} برای کمینهٔ {2}
    binned: {1} (دسته‌بندی‌شده)
    timeUnits: سال|فصل|ماه|هفته|روز هفته|روز|روز سال|ساعت|دقیقه|ثانیه|میلی‌ثانیه
    shortMonths: ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر
    weekdays: یکشنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه
    shortWeekdays: یکشنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه
    halfDays: ق.ظ.|ب.ظ.
    chartPareto: نمودار پراکندگی {n} نقطه با جبههٔ پارتوی آنها
    chartPoints: نمودار پراکندگی {n} نقطه
    chartLine: خطی از {n} نقطه
    chartLines: {n} خط
    chartBars: نمودار میله‌ای با {n} میله
    chartArea: نمودار مساحت
    chartSectors: {n} قطاع دایره
    chartTrail: خطی از {n} نقطه با ضخامت متغیر
    chartRectangles: {n} مستطیل
    chartTicks: {n} خط کوتاه
    chartRules: یک خط راست|{n} خط راست
    chartTexts: {n} متن
    untitled: بی‌عنوان
    logarithmic: لگاریتمی
    fromTo: از {1} تا {2}
    group: گروه
    groupsBy: {1} گروه بر پایهٔ {2}: {3}.
    ofGroup: برای {1}
    frontMembers: روی جبهه{1}، از بهترین x تا بهترین y: {2}.
    kneePoint: نقطهٔ زانو{1}: {2}، دورترین از وتر جبهه با مقیاس شدن هر دو محور به دامنهٔ آن.
    probabilities: احتمال بودن روی جبهه{1}، با خطاها به عنوان انحراف معیار توزیع‌های نرمال \
    مستقل: {2}{3}. نوار با احتمال {4} جبهه را در بر دارد.
    improbable: {1} مورد دیگر زیر {2}
    nearlyOnFront: تقریباً روی جبهه{1}، شکست‌خورده با حداکثر {2} در x و {3} در y: {4}.
    hypervolume: ابرحجم{1} تا مرجع ({2}) {3}: {4}.
    shareOfBox: به صورت سهمی از جعبه تا آرمانی ({1})
    inDataUnits: به یکای داده‌ها
    parallelCoordinates: مختصات موازی {1} سطر روی {2} محور با جبههٔ پارتوی آنها.
    scatterMatrix: ماتریس {1} نمودار پراکندگی {2} سطر با جبههٔ پارتوی آنها.
    objective: هدف {1}
    unbeaten: روی جبهه، که هیچ سطر دیگری در همهٔ هدف‌ها از آنها بهتر نیست: {1}.
    kneeOfObjectives: نقطهٔ زانو: {1}، در سوی آرمانی دورترین از صفحهٔ گذرنده از دو سر جبهه با \
    مقیاس شدن همهٔ محورها به دامنهٔ آن.
    nearlyUnbeaten: تقریباً روی جبهه، شکست‌خورده با حداکثر ({1}): {2}.
    headFile: پرونده
    headRows: سطرها
    headErrata: تصحیح‌ها
    headSource: منبع
    headLicence: پروانه
    headInput: ورودی
    headDrawing: رسم
    headPlace: جا
    headFontFile: پروندهٔ قلم
    headSize: اندازه
    headLine: خط
    headFormula: فرمول
    headUnit: یکا
    headTests: آزمون‌ها
    headPrinted: چاپ‌شده
    headComputedFrom: محاسبه از
    headAttached: پیوست
    headKind: نوع
    headStatement: گزاره
    headVerdict: نتیجه
    headNumber: شماره
    headCell: خانه
    headCorrected: تصحیح‌شده
    headReason: دلیل و گواه
    headWhere: جا
    rows: {n} سطر
    files: {n} پرونده
    dataFiles: {n} پروندهٔ داده
    dataTables: {n} جدول داده
    tables: {n} جدول
    charts: {n} نمودار
    values: {n} مقدار
    formulas: {n} فرمول
    workedExamples: {n} مثال محاسبه‌شده
    correctedCells: {n} خانهٔ تصحیح‌شده
    checks: {n} بررسی
    claims: {n} ادعا
    pinnedValues: {n} مقدار تثبیت‌شده
    formulaTests: {n} آزمون فرمول
    bytes: {n} بایت
    kinds: بررسی|ادعا|تثبیت‌شده|فرمول
    holds: برقرار است
    fails: برقرار نیست
    warning: هشدار
    note: نکته
    dataCaption: {1} با {2}؛ از هر چکیده 16 رقم نخست.
    dataNothing: گزارش پروندهٔ داده ندارد.
    errataTable: در {1}
    errataRow: از {1}
    errataCaption: {1} در داده‌ها؛ هر یک خطی از {2} است.
    errataNothing: هیچ خانه‌ای از داده‌ها تصحیح نشده است.
    figuresCaption: {1}: SHA-256 آنچه هر یک از آن رسم شده (گزینه‌ها و سطرها) و پروندهٔ SVG حاصل، \
    16 رقم نخست.
    figuresNothing: گزارش نموداری ندارد.
    fontsCaption: قلم‌های گزارش؛ از هر چکیده 16 رقم نخست.
    fontsNothing: قلم‌ها در اینجا شناخته نیستند.
    formulasCaption: چاپ و محاسبه از یک متن: {1} با {2}.
    formulasNothing: گزارش فرمولی را محاسبه نمی‌کند.
    provenanceCaption: عددها از کجا می‌آیند: بر پایهٔ فصل و خط، آنچه آنجا چاپ شده و جدول‌ها، \
    ستون‌ها، خط‌های پرونده‌های داده و تابع‌هایی که از آنها محاسبه شده است.
    provenanceNothing: گزارش عددی را محاسبه نمی‌کند.
    rowsCounted: سطرهای شمرده‌شده
    noData: بدون داده
    linesInBrackets: خط‌ها در پرانتز
    countOf: {1} از {2}
    countOfLines: {1} از خط‌های {2}
    chosenBy: برگزیدهٔ
    wholeTable: همهٔ جدول
    lineNumber: خط {1}
    lineNumbers: خط‌های {1}
    rowsOf: {1} از {2} سطر
    allShown: {1}، همه نشان داده شده
    someShown: {1}، {2} نشان داده شده؛ {3}
    leftOut: {1} کنار گذاشته شده: {2}
    sourcesAll: {1} که گزارش از آنها ساخته شده؛ این PDF همهٔ آنها را پیوست دارد. از هر چکیده 16 \
    رقم نخست.
    sourcesSome: {1} که گزارش از آنها ساخته شده؛ این PDF {2} تای آنها را پیوست دارد. از هر چکیده \
    16 رقم نخست.
    sourcesNothing: پرونده‌های گزارش در اینجا شناخته نیستند.
    verdictsCaption: آنچه گزارش دربارهٔ خود بررسی می‌کند: {1}؛ {2}.
    verdictsNothing: گزارش بررسی، مقدار تثبیت‌شده یا ادعایی ندارد.
    allHold: همه برقرارند
    someHold: {1} برقرارند، {2} نه
    noRowWhere: هیچ سطری که: {1}
    moreRows: و {n} سطر دیگر
    checkHolds: {1} برقرار است.
    checkFoundNothing: سطری که چنین باشد یافت نشد: {1}.
    checkFails: {1} برقرار نیست
    build: ساختهٔ {1} از {2}. محاسبه شده: {3}، {4} و {5} در جمله‌ها؛ {6} و ادعاها آزموده شدند. \
    منبع‌ها و قلم‌های برابر بایت‌های برابر می‌دهند؛ این خط گزارش را دوباره می‌سازد:
    edition: ویراست {1}
    editors: ویراستار|ویراستاران
    editedBy: ویراستهٔ {1}
    translatedBy: ترجمهٔ {1}
    doctoralThesis: پایان‌نامهٔ دکتری
    mastersThesis: پایان‌نامهٔ کارشناسی ارشد
    technicalReport: گزارش فنی
    volume: جلد {1}
    number: شمارهٔ {1}
    page: صفحهٔ {1}
    chapter: فصل {1}
    visitedOn: بازدید در {1}
    """)
}
