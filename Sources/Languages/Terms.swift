/// The words that Report itself sets, in the language of the report.
public struct Terms: Hashable, Sendable {
  public var figure, table, equation, check, chapter, section, part, appendix: String
  public var contents, figures, tables, references, abstract, continued: String
  /// Between the last two of a list of pages.
  public var and: String
  /// Before one page, and before several.
  public var citedOnPage, citedOnPages: String
  /// What links are called whose goal has no name of its own.
  public var footnote, reference: String
  /// In lists of works: before the work that holds another, before its pages, and for its year.
  public var inWork, pages, noDate: String
  /// Where a table would stand that has the next page to itself.
  public var tableFollows: String
  /// Between the parts of an enumeration.
  public var comma: String { code == "ar" || code == "fa" ? "، " : ", " }
  /// Titles of callouts: note, tip, important, warning, caution.
  public var callouts: [String]
  /// The names of the months.
  public private(set) var months: [String]
  /// Of the language whose words they are, "de".
  private(set) var code = "en"
  /// Whether the day stands behind the month, as in the United States.
  private var putsMonthFirst = false
  /// Behind the day, and before the year.
  private var dateParts: (day: String, year: String) {
    switch months[0] {
    case "Januar": (". ", " ")
    case "enero", "janeiro": (" de ", " de ")
    case "ינואר": (" ב", " ")
    default: (" ", " ")
    }
  }

  /// - Parameter language: a BCP 47 tag; English stands for languages without a table.
  public init(language: String) {
    let code = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
    self = Self.known[code] ?? Self.inEnglish
    self.code = Self.known[code] == nil ? "en" : code
    putsMonthFirst = language.lowercased() == "en-us"
  }

  /// "2025-11-23" as "23 November 2025", or "November 23, 2025" in American English; anything else
  /// as it is.
  public func date(_ date: String) -> String {
    let parts = date.prefix(10).split(separator: "-")
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month)
    else { return date }
    if putsMonthFirst { return "\(months[month - 1]) \(day), \(year)" }
    return "\(day)\(dateParts.day)\(months[month - 1])\(dateParts.year)\(year)"
  }

  private init(
    things: String, lists: String, words: String, callouts: String, months: String
  ) {
    func split(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
    let (things, lists, words) = (split(things), split(lists), split(words))
    (figure, table, equation, check) = (things[0], things[1], things[2], things[3])
    (chapter, section, part, appendix) = (things[4], things[5], things[6], things[7])
    (contents, figures, tables) = (lists[0], lists[1], lists[2])
    (references, abstract, continued) = (lists[3], lists[4], lists[5])
    (and, citedOnPage, citedOnPages) = (words[0], words[1], words[2])
    (footnote, reference, tableFollows) = (words[3], words[4], words[5])
    (inWork, pages, noDate) = (words[6], words[7], words[8])
    self.callouts = split(callouts)
    self.months = split(months)
  }

  private static let inEnglish = Terms(
    things: "Figure|Table|Equation|Check|Chapter|Section|Part|Appendix",
    lists: "Contents|Figures|Tables|References|Abstract|continued",
    words: "and|Cited on page|Cited on pages"
      + "|Footnote|Reference|The table stands on the next page."
      + "|In|pages|n.d.",
    callouts: "Note|Tip|Important|Warning|Caution",
    months:
      "January|February|March|April|May|June|"
      + "July|August|September|October|November|December")

  private static let known: [String: Terms] = [
    "de": Terms(
      things: "Abbildung|Tabelle|Gleichung|Prüfung|Kapitel|Abschnitt|Teil|Anhang",
      lists: "Inhalt|Abbildungen|Tabellen|Literatur|Zusammenfassung|Fortsetzung",
      words: "und|Zitiert auf Seite|Zitiert auf den Seiten"
        + "|Fußnote|Verweis|Die Tabelle steht auf der nächsten Seite."
        + "|In|Seiten|o. J.",
      callouts: "Hinweis|Tipp|Wichtig|Warnung|Vorsicht",
      months:
        "Januar|Februar|März|April|Mai|Juni|"
        + "Juli|August|September|Oktober|November|Dezember"),
    "fr": Terms(
      things: "Figure|Tableau|Équation|Vérification|Chapitre|Section|Partie|Annexe",
      lists: "Table des matières|Figures|Tableaux|Références|Résumé|suite",
      words: "et|Cité page|Cité pages"
        + "|Note de bas de page|Référence|Le tableau se trouve à la page suivante."
        + "|In|pages|s. d.",
      callouts: "Note|Astuce|Important|Attention|Prudence",
      months:
        "janvier|février|mars|avril|mai|juin|"
        + "juillet|août|septembre|octobre|novembre|décembre"),
    "es": Terms(
      things: "Figura|Tabla|Ecuación|Comprobación|Capítulo|Sección|Parte|Apéndice",
      lists: "Índice|Figuras|Tablas|Referencias|Resumen|continuación",
      words: "y|Citado en la página|Citado en las páginas"
        + "|Nota al pie|Referencia|La tabla está en la página siguiente."
        + "|En|páginas|s. f.",
      callouts: "Nota|Consejo|Importante|Advertencia|Precaución",
      months:
        "enero|febrero|marzo|abril|mayo|junio|"
        + "julio|agosto|septiembre|octubre|noviembre|diciembre"),
    "it": Terms(
      things: "Figura|Tabella|Equazione|Verifica|Capitolo|Sezione|Parte|Appendice",
      lists: "Indice|Figure|Tabelle|Riferimenti bibliografici|Sommario|continua",
      words: "e|Citato a pagina|Citato alle pagine"
        + "|Nota a piè di pagina|Riferimento|La tabella è alla pagina successiva."
        + "|In|pagine|s. d.",
      callouts: "Nota|Suggerimento|Importante|Avviso|Attenzione",
      months:
        "gennaio|febbraio|marzo|aprile|maggio|giugno|"
        + "luglio|agosto|settembre|ottobre|novembre|dicembre"),
    "nl": Terms(
      things: "Figuur|Tabel|Vergelijking|Controle|Hoofdstuk|Paragraaf|Deel|Bijlage",
      lists: "Inhoud|Figuren|Tabellen|Referenties|Samenvatting|vervolg",
      words: "en|Geciteerd op pagina|Geciteerd op pagina’s"
        + "|Voetnoot|Verwijzing|De tabel staat op de volgende pagina."
        + "|In|pagina’s|z. d.",
      callouts: "Opmerking|Tip|Belangrijk|Waarschuwing|Let op",
      months:
        "januari|februari|maart|april|mei|juni|"
        + "juli|augustus|september|oktober|november|december"),
    "ar": Terms(
      things: "الشكل|الجدول|المعادلة|الفحص|الفصل|القسم|الجزء|الملحق",
      lists: "المحتويات|الأشكال|الجداول|المراجع|الملخص|تابع",
      words: "و|ورد في الصفحة|ورد في الصفحات"
        + "|حاشية|مرجع|الجدول في الصفحة التالية."
        + "|في|الصفحات|د. ت.",
      callouts: "ملاحظة|نصيحة|مهم|تحذير|تنبيه",
      months:
        "يناير|فبراير|مارس|أبريل|مايو|يونيو|"
        + "يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"),
    "he": Terms(
      things: "איור|טבלה|משוואה|בדיקה|פרק|סעיף|חלק|נספח",
      lists: "תוכן העניינים|איורים|טבלאות|מקורות|תקציר|המשך",
      words: "וגם|צוטט בעמוד|צוטט בעמודים"
        + "|הערת שוליים|הפניה|הטבלה מופיעה בעמוד הבא."
        + "|בתוך|עמודים|ללא תאריך",
      callouts: "הערה|טיפ|חשוב|אזהרה|זהירות",
      months:
        "ינואר|פברואר|מרץ|אפריל|מאי|יוני|"
        + "יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר"),
    "fa": Terms(
      things: "شکل|جدول|معادله|بررسی|فصل|بخش|قسمت|پیوست",
      lists: "فهرست مطالب|شکل‌ها|جدول‌ها|منابع|چکیده|ادامه",
      words: "و|ارجاع در صفحهٔ|ارجاع در صفحه‌های"
        + "|پانویس|مرجع|جدول در صفحهٔ بعد است."
        + "|در|صفحه‌های|بی‌تا",
      callouts: "نکته|راهنمایی|مهم|هشدار|احتیاط",
      months:
        "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|"
        + "ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر"),
    "pt": Terms(
      things: "Figura|Tabela|Equação|Verificação|Capítulo|Secção|Parte|Apêndice",
      lists: "Índice|Figuras|Tabelas|Referências|Resumo|continuação",
      words: "e|Citado na página|Citado nas páginas"
        + "|Nota de rodapé|Referência|A tabela está na página seguinte."
        + "|Em|páginas|s. d.",
      callouts: "Nota|Dica|Importante|Aviso|Cuidado",
      months:
        "janeiro|fevereiro|março|abril|maio|junho|"
        + "julho|agosto|setembro|outubro|novembro|dezembro"),
  ]
}
