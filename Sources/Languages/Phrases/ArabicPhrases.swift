extension Phrases {
  static let arabic = Phrases(
    """
    image: صورة
    data: البيانات
    formulaWhere: حيث
    formulaIs:
    corrected: تصحيح: {1}.
    correctedCell: {1} في {2}، مطبوع {3}
    none: لا شيء
    nothing: لا شيء
    notStated: غير مذكور
    unnamed: بلا اسم
    yes: نعم
    no: لا
    better: أفضل
    lowerIsBetter: الأقل أفضل
    higherIsBetter: الأعلى أفضل
    knee: الركبة
    ideal: المثالي
    notDrawn: لم يُرسم: {1} ({2}).
    notShown: لم يُعرض، {1}: {2}.
    noValue: لا قيمة في «{1}»
    noNumber: لا عدد في «{1}»
    noDate: لا تاريخ في «{1}»
    notPositive: غير موجب على المحور اللوغاريتمي «{1}»
    notInDomain: «{1}» ليس في مجال المحور
    rowNumber: الصف {1}
    rowNumbers: الصفوف {1}
    andMore: و{1} غيرها
    countOfRecords: عدد السجلات
    aggregateOf: {1}: {2}
    aggregates: العدد|الصالحة|المفقودة|المختلفة|المجموع|الجداء|المتوسط|المتوسط|التباين|تباين \
    المجتمع|الانحراف المعياري|الانحراف المعياري للمجتمع|الخطأ المعياري|الوسيط|الربيع \
    الأول|الربيع الثالث|الأصغر|الأكبر|الحد الأدنى للثقة|الحد الأعلى للثقة|القيم
    largest: {1} عند أكبر {2}
    smallest: {1} عند أصغر {2}
    binned: {1} (بالفئات)
    timeUnits: السنة|الربع|الشهر|الأسبوع|يوم الأسبوع|اليوم|يوم \
    السنة|الساعات|الدقائق|الثواني|أجزاء الألف من الثانية
    shortMonths: يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    weekdays: الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت
    shortWeekdays: الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت
    halfDays: ص|م
    chartPareto: مخطط انتشار بعدد نقاط {n} مع جبهة باريتو لها
    chartPoints: مخطط انتشار بعدد نقاط {n}
    chartLine: خط بعدد نقاط {n}
    chartLines: عدد الخطوط {n}
    chartBars: مخطط أعمدة عددها {n}
    chartArea: مخطط مساحات
    chartSectors: قطاعات دائرة عددها {n}
    chartTrail: خط متغير السماكة بعدد نقاط {n}
    chartRectangles: مستطيلات عددها {n}
    chartTicks: شرطات عددها {n}
    chartRules: مستقيمات عددها {n}
    chartTexts: نصوص عددها {n}
    untitled: بلا عنوان
    logarithmic: لوغاريتمي
    fromTo: من {1} إلى {2}
    group: المجموعة
    groupsBy: عدد المجموعات بحسب {2} هو {1}: {3}.
    ofGroup: في {1}
    frontMembers: على الجبهة{1}، من أفضل x إلى أفضل y: {2}.
    kneePoint: نقطة الركبة{1}: {2}، وهي الأبعد عن وتر الجبهة مع تقييس المحورين إلى مداها.
    probabilities: احتمال الوقوع على الجبهة{1}، مع اعتبار الأخطاء انحرافات معيارية لتوزيعات \
    طبيعية مستقلة: {2}{3}. يحوي الشريط الجبهة باحتمال {4}.
    improbable: و{1} غيرها دون {2}
    nearlyOnFront: على الجبهة تقريبًا{1}، لا تتجاوزها غيرها بأكثر من {2} في x و{3} في y: {4}.
    hypervolume: الحجم الفائق{1} إلى المرجع ({2}) {3}: {4}.
    shareOfBox: نسبةً إلى الصندوق حتى المثالي ({1})
    inDataUnits: بوحدات البيانات
    parallelCoordinates: إحداثيات متوازية عدد صفوفها {1} وعدد محاورها {2} مع جبهة باريتو لها.
    scatterMatrix: مصفوفة عدد مخططات الانتشار فيها {1} وعدد صفوفها {2} مع جبهة باريتو لها.
    objective: الهدف {1}
    unbeaten: على الجبهة، لا يفوقها صف آخر في كل الأهداف: {1}.
    kneeOfObjectives: نقطة الركبة: {1}، وهي الأبعد من جهة المثالي عن المستوي المار بأطراف الجبهة \
    مع تقييس كل المحاور إلى مداها.
    nearlyUnbeaten: على الجبهة تقريبًا، لا تتجاوزها غيرها بأكثر من ({1}): {2}.
    headFile: الملف
    headRows: الصفوف
    headErrata: التصحيحات
    headSource: المصدر
    headLicence: الرخصة
    headInput: المدخل
    headDrawing: الرسم
    headPlace: الموضع
    headFontFile: ملف الخط
    headSize: الحجم
    headLine: السطر
    headFormula: الصيغة
    headUnit: الوحدة
    headTests: الاختبارات
    headPrinted: المطبوع
    headComputedFrom: محسوب من
    headAttached: مرفق
    headKind: النوع
    headStatement: العبارة
    headVerdict: النتيجة
    headNumber: الرقم
    headCell: الخلية
    headCorrected: المصحَّح
    headReason: السبب والدليل
    headWhere: الموضع
    rows: صف واحد|صفان|{n} صفوف|{n} صفًا|{n} صف
    files: ملف واحد|ملفان|{n} ملفات|{n} ملفًا|{n} ملف
    dataFiles: ملف بيانات واحد|ملفا بيانات|{n} ملفات بيانات|{n} ملف بيانات|{n} ملف بيانات
    dataTables: جدول بيانات واحد|جدولا بيانات|{n} جداول بيانات|{n} جدول بيانات|{n} جدول بيانات
    tables: جدول واحد|جدولان|{n} جداول|{n} جدولًا|{n} جدول
    charts: مخطط واحد|مخططان|{n} مخططات|{n} مخططًا|{n} مخطط
    values: قيمة واحدة|قيمتان|{n} قيم|{n} قيمة|{n} قيمة
    formulas: صيغة واحدة|صيغتان|{n} صيغ|{n} صيغة|{n} صيغة
    workedExamples: مثال محسوب واحد|مثالان محسوبان|{n} أمثلة محسوبة|{n} مثالًا محسوبًا|{n} مثال \
    محسوب
    correctedCells: خلية مصححة واحدة|خليتان مصححتان|{n} خلايا مصححة|{n} خلية مصححة|{n} خلية \
    مصححة
    checks: فحص واحد|فحصان|{n} فحوص|{n} فحصًا|{n} فحص
    claims: دعوى واحدة|دعويان|{n} دعاوى|{n} دعوى|{n} دعوى
    pinnedValues: قيمة مثبتة واحدة|قيمتان مثبتتان|{n} قيم مثبتة|{n} قيمة مثبتة|{n} قيمة مثبتة
    formulaTests: اختبار صيغة واحد|اختبارا صيغ|{n} اختبارات صيغ|{n} اختبار صيغ|{n} اختبار صيغ
    bytes: بايت واحد|{n} بايت|{n} بايت|{n} بايت|{n} بايت
    kinds: فحص|دعوى|مثبتة|صيغة
    holds: صحيح
    fails: يفشل
    warning: تحذير
    note: ملاحظة
    dataCaption: {1}، {2}؛ أول 16 خانة من كل بصمة.
    dataNothing: ليس للتقرير ملفات بيانات.
    errataTable: في {1}
    errataRow: في {1}
    errataCaption: {1} في البيانات؛ كل منها سطر في {2}.
    errataNothing: لا خلية مصححة في البيانات.
    figuresCaption: {1}: SHA-256 لما رُسم منه كل مخطط (الخيارات والصفوف) ولملف SVG الناتج، أول \
    16 خانة.
    figuresNothing: ليس في التقرير مخططات.
    fontsCaption: خطوط التقرير؛ أول 16 خانة من كل بصمة.
    fontsNothing: الخطوط غير معروفة هنا.
    formulasCaption: مطبوع ومحسوب من النص نفسه: {1}، {2}.
    formulasNothing: لا يحسب التقرير صيغًا.
    provenanceCaption: من أين تأتي الأعداد: بحسب الفصل والسطر، ما هو مطبوع هناك والجداول \
    والأعمدة وأسطر ملفات البيانات والدوال التي حُسب منها.
    provenanceNothing: لا يحسب التقرير أعدادًا.
    rowsCounted: صفوف معدودة
    noData: لا بيانات
    linesInBrackets: الأسطر بين قوسين
    countOf: {1} من {2}
    countOfLines: {1} من الأسطر {2}
    chosenBy: باختيار
    wholeTable: الجدول كله
    lineNumber: السطر {1}
    lineNumbers: الأسطر {1}
    rowsOf: {1} من {2} صف
    allShown: {1}، معروضة كلها
    someShown: {1}، المعروض {2}؛ {3}
    leftOut: المتروك {1}: {2}
    sourcesAll: {1} صُنع منها التقرير؛ يحملها هذا PDF كلها مرفقاتٍ. أول 16 خانة من كل بصمة.
    sourcesSome: {1} صُنع منها التقرير؛ يحمل هذا PDF منها {2} مرفقاتٍ. أول 16 خانة من كل بصمة.
    sourcesNothing: ملفات التقرير غير معروفة هنا.
    verdictsCaption: ما يفحصه التقرير في نفسه: {1}؛ {2}.
    verdictsNothing: ليس في التقرير فحوص ولا قيم مثبتة ولا دعاوى.
    allHold: كلها صحيحة
    someHold: الصحيح {1}، وغير الصحيح {2}
    noRowWhere: لا صف فيه: {1}
    moreRows: وغيرها من الصفوف {n}
    checkHolds: {1}: صحيح.
    checkFoundNothing: لم يوجد صف فيه ذلك: {1}.
    checkFails: {1}: يفشل
    build: صنعه {1} من {2}. المحسوب {3} و{4} و{5} في الجمل؛ واختُبر {6} مع الدعاوى. تتساوى \
    البايتات إذا تساوت المصادر والخطوط؛ هذا السطر يصنع التقرير من جديد:
    edition: ط. {1}
    editors: تحرير|تحرير
    editedBy: تحرير {1}
    translatedBy: ترجمة {1}
    doctoralThesis: رسالة دكتوراه
    mastersThesis: رسالة ماجستير
    technicalReport: تقرير تقني
    volume: مج. {1}
    number: ع. {1}
    page: الصفحة {1}
    chapter: ف. {1}
    visitedOn: اطُّلع عليه في {1}
    """)
}
