extension CommandTable {
  /// In families, as the documentation lists them.
  static let constructFamilies: [[(String, Construct)]] = [
    fractions, delimiters, marks, fonts, words, boxes, spaces, structure,
  ]

  static let constructs: [(String, Construct)] = constructFamilies.flatMap { $0 }

  private static let fractions: [(String, Construct)] = [
    ("frac", .fraction(nil)), ("dfrac", .fraction(.display)), ("tfrac", .fraction(.text)),
    ("binom", .binomial(nil)), ("dbinom", .binomial(.display)), ("tbinom", .binomial(.text)),
    ("cfrac", .continuedFraction), ("genfrac", .generalFraction),
    ("over", .infix(Infix(bar: .normal))), ("atop", .infix(Infix(bar: .none))),
    ("choose", .infix(Infix(bar: .none, left: "(", right: ")"))),
    ("brace", .infix(Infix(bar: .none, left: "{", right: "}"))),
    ("brack", .infix(Infix(bar: .none, left: "[", right: "]"))),
    ("above", .infix(Infix(bar: .normal, takesThickness: true))),
    ("overwithdelims", .infix(Infix(bar: .normal, takesDelimiters: true))),
    ("atopwithdelims", .infix(Infix(bar: .none, takesDelimiters: true))),
    (
      "abovewithdelims", .infix(Infix(bar: .normal, takesThickness: true, takesDelimiters: true))
    ),
    ("sqrt", .root),
  ]

  private static let delimiters: [(String, Construct)] = {
    var table: [(String, Construct)] = [
      ("left", .left), ("right", .right), ("middle", .middle),
      ("bra", .braket(left: "⟨", right: "|", growing: false, splitting: false)),
      ("ket", .braket(left: "|", right: "⟩", growing: false, splitting: false)),
      ("braket", .braket(left: "⟨", right: "⟩", growing: false, splitting: false)),
      ("Bra", .braket(left: "⟨", right: "|", growing: true, splitting: false)),
      ("Ket", .braket(left: "|", right: "⟩", growing: true, splitting: false)),
      ("Braket", .braket(left: "⟨", right: "⟩", growing: true, splitting: true)),
      ("set", .braket(left: "{", right: "}", growing: false, splitting: true)),
      ("Set", .braket(left: "{", right: "}", growing: true, splitting: true)),
    ]
    for (size, name) in ["big", "Big", "bigg", "Bigg"].enumerated() {
      let kinds: [(String, MathClass)] = [
        ("", .ordinary), ("l", .opening), ("m", .relation), ("r", .closing),
      ]
      for (suffix, mathClass) in kinds {
        table.append((name + suffix, .bigDelimiter(size + 1, mathClass)))
      }
    }
    return table
  }()

  private static let marks: [(String, Construct)] =
    accents + [
      ("overline", .overUnder(.line, isBelow: false)),
      ("underline", .overUnder(.line, isBelow: true)),
      ("overbrace", .overUnder(.brace, isBelow: false)),
      ("underbrace", .overUnder(.brace, isBelow: true)),
      ("overbracket", .overUnder(.bracket, isBelow: false)),
      ("underbracket", .overUnder(.bracket, isBelow: true)),
      ("overparen", .overUnder(.parenthesis, isBelow: false)),
      ("underparen", .overUnder(.parenthesis, isBelow: true)),
      ("wideparen", .overUnder(.parenthesis, isBelow: false)),
      ("overgroup", .overUnder(.group, isBelow: false)),
      ("undergroup", .overUnder(.group, isBelow: true)),
      ("overleftarrow", .overUnder(.leftArrow, isBelow: false)),
      ("underleftarrow", .overUnder(.leftArrow, isBelow: true)),
      ("overrightarrow", .overUnder(.rightArrow, isBelow: false)),
      ("underrightarrow", .overUnder(.rightArrow, isBelow: true)),
      ("overleftrightarrow", .overUnder(.leftRightArrow, isBelow: false)),
      ("underleftrightarrow", .overUnder(.leftRightArrow, isBelow: true)),
      ("Overrightarrow", .overUnder(.doubleRightArrow, isBelow: false)),
      ("overleftharpoon", .overUnder(.leftHarpoon, isBelow: false)),
      ("overrightharpoon", .overUnder(.rightHarpoon, isBelow: false)),
      ("overlinesegment", .overUnder(.linearSegment, isBelow: false)),
      ("underlinesegment", .overUnder(.linearSegment, isBelow: true)),
      ("overset", .overset), ("underset", .underset), ("stackrel", .stackrel),
      ("overunderset", .overUnderSet), ("sideset", .sideset), ("prescript", .prescript),
      ("not", .not), ("dots", .dots),
      ("xleftarrow", .arrow("←")), ("xrightarrow", .arrow("→")), ("xLeftarrow", .arrow("⇐")),
      ("xRightarrow", .arrow("⇒")), ("xleftrightarrow", .arrow("↔")),
      ("xLeftrightarrow", .arrow("⇔")), ("xhookleftarrow", .arrow("↩")),
      ("xhookrightarrow", .arrow("↪")), ("xmapsto", .arrow("↦")),
      ("xrightharpoondown", .arrow("⇁")), ("xrightharpoonup", .arrow("⇀")),
      ("xleftharpoondown", .arrow("↽")), ("xleftharpoonup", .arrow("↼")),
      ("xrightleftharpoons", .arrow("⇌")), ("xleftrightharpoons", .arrow("⇋")),
      ("xlongequal", .arrow("=")), ("xtwoheadrightarrow", .arrow("↠")),
      ("xtwoheadleftarrow", .arrow("↞")), ("xtofrom", .arrow("⇄")),
      ("xrightleftarrows", .arrow("⇄")), ("xrightequilibrium", .arrow("⇌")),
      ("xleftequilibrium", .arrow("⇋")), ("xrightarrowtail", .arrow("↣")),
    ]

  private static let accents: [(String, Construct)] = {
    let fixed: [(String, Unicode.Scalar)] = [
      ("hat", "\u{302}"), ("check", "\u{30C}"), ("tilde", "\u{303}"), ("acute", "\u{301}"),
      ("grave", "\u{300}"), ("dot", "\u{307}"), ("ddot", "\u{308}"), ("dddot", "\u{20DB}"),
      ("ddddot", "\u{20DC}"), ("breve", "\u{306}"), ("bar", "\u{304}"), ("vec", "\u{20D7}"),
      ("mathring", "\u{30A}"), ("Hat", "\u{302}"), ("Check", "\u{30C}"), ("Tilde", "\u{303}"),
      ("Acute", "\u{301}"), ("Grave", "\u{300}"), ("Dot", "\u{307}"), ("Ddot", "\u{308}"),
      ("Breve", "\u{306}"), ("Bar", "\u{304}"), ("Vec", "\u{20D7}"),
    ]
    let wide: [(String, Unicode.Scalar)] = [
      ("widehat", "\u{302}"), ("widetilde", "\u{303}"), ("widecheck", "\u{30C}"),
      ("widebar", "\u{305}"),
    ]
    return fixed.map { ($0.0, Construct.accent($0.1, isWide: false, isBelow: false)) }
      + wide.map { ($0.0, Construct.accent($0.1, isWide: true, isBelow: false)) }
      + [("utilde", .accent("\u{330}", isWide: true, isBelow: true))]
  }()

  private static let fonts: [(String, Construct)] = {
    var table: [(String, Construct)] = []
    let alphabets: [(String, MathAlphabet)] = [
      ("mathnormal", .normal), ("mathrm", .roman), ("mathup", .roman), ("mathit", .italic),
      ("mathbf", .bold), ("bold", .bold), ("boldsymbol", .boldSymbol), ("bm", .boldSymbol),
      ("pmb", .boldSymbol), ("symbf", .bold), ("symrm", .roman), ("symit", .normal),
      ("mathbfit", .boldItalic), ("symbfit", .boldItalic), ("mathsf", .sansSerif),
      ("mathsfit", .sansSerif), ("mathtt", .typewriter), ("mathcal", .calligraphic),
      ("mathscr", .script), ("mathbb", .blackboard), ("Bbb", .blackboard),
      ("mathds", .blackboard), ("mathbbm", .blackboard), ("mathfrak", .fraktur),
      ("frak", .fraktur), ("symcal", .calligraphic), ("symbb", .blackboard),
      ("symfrak", .fraktur), ("symscr", .script), ("symsf", .sansSerif), ("symtt", .typewriter),
    ]
    table += alphabets.map { ($0.0, .alphabet($0.1)) }
    let switches: [(String, MathAlphabet)] = [
      ("rm", .roman), ("bf", .bold), ("it", .italic), ("sf", .sansSerif), ("tt", .typewriter),
      ("cal", .calligraphic), ("scr", .script), ("mit", .normal), ("sl", .italic),
      ("boldmath", .boldSymbol), ("unboldmath", .normal),
    ]
    table += switches.map { ($0.0, .alphabetSwitch($0.1)) }
    let styles: [(String, MathStyleName)] = [
      ("displaystyle", .display), ("textstyle", .text), ("scriptstyle", .script),
      ("scriptscriptstyle", .scriptScript),
    ]
    table += styles.map { ($0.0, .style($0.1)) }
    // LaTeX's sizes at 10 pt.
    let sizes: [(String, Double)] = [
      ("tiny", 0.5), ("sixptsize", 0.6), ("Tiny", 0.6), ("scriptsize", 0.7),
      ("footnotesize", 0.8), ("small", 0.9), ("normalsize", 1), ("large", 1.2), ("Large", 1.44),
      ("LARGE", 1.728), ("huge", 2.074), ("Huge", 2.488),
    ]
    table += sizes.map { ($0.0, .size($0.1)) }
    let classes: [(String, MathClass)] = [
      ("mathord", .ordinary), ("mathbin", .binary), ("mathrel", .relation),
      ("mathopen", .opening), ("mathclose", .closing), ("mathpunct", .punctuation),
      ("mathinner", .inner),
    ]
    table += classes.map { ($0.0, .classed($0.1)) }
    table += [
      ("mathop", .operatorWithLimits), ("operatorname", .operatorName),
      ("operatornamewithlimits", .operatorName), ("mathchoice", .choice),
      ("limits", .limits(.limits)), ("nolimits", .limits(.noLimits)),
      ("displaylimits", .limits(.displayLimits)),
    ]
    return table
  }()

  private static let words: [(String, Construct)] = [
    ("text", .text(TextFontChange())), ("mbox", .text(TextFontChange())),
    ("hbox", .text(TextFontChange())),
    ("textnormal", .text(TextFontChange(family: .serif, isBold: false, isItalic: false))),
    ("textrm", .text(TextFontChange(family: .serif))),
    ("textup", .text(TextFontChange(isItalic: false))),
    ("textmd", .text(TextFontChange(isBold: false))),
    ("textbf", .text(TextFontChange(isBold: true))),
    ("textit", .text(TextFontChange(isItalic: true))),
    ("textsl", .text(TextFontChange(isItalic: true))),
    ("emph", .text(TextFontChange(isItalic: true))),
    ("textsf", .text(TextFontChange(family: .sansSerif))),
    ("texttt", .text(TextFontChange(family: .typewriter))), ("textsc", .text(TextFontChange())),
    ("TeX", .fixedText("TeX")), ("LaTeX", .fixedText("LaTeX")), ("KaTeX", .fixedText("KaTeX")),
    ("verb", .verbatim), ("ensuremath", .mathInText), ("(", .mathInText),
  ]

  private static let boxes: [(String, Construct)] = [
    ("color", .colorSwitch), ("textcolor", .textColor), ("colorbox", .colorBox),
    ("fcolorbox", .framedColorBox), ("boxed", .enclosure(.box)), ("fbox", .framedText),
    ("framebox", .framedText),
    ("cancel", .enclosure(.cancel)), ("bcancel", .enclosure(.backCancel)),
    ("xcancel", .enclosure(.crossCancel)), ("sout", .enclosure(.strikeOut)),
    ("cancelto", .cancelTo), ("phase", .enclosure(.phase)), ("angl", .enclosure(.actuarialAngle)),
    ("phantom", .phantom(width: true, height: true)),
    ("hphantom", .phantom(width: true, height: false)),
    ("vphantom", .phantom(width: false, height: true)), ("smash", .smash),
    ("mathllap", .lap(.left, isText: false)), ("mathrlap", .lap(.right, isText: false)),
    ("mathclap", .lap(.center, isText: false)), ("llap", .lap(.left, isText: true)),
    ("rlap", .lap(.right, isText: true)), ("clap", .lap(.center, isText: true)),
    ("raisebox", .raiseBox), ("vcenter", .center), ("rule", .rule), ("strut", .strut),
  ]

  private static let spaces: [(String, Construct)] = {
    var table: [(String, Construct)] = []
    let widths: [(String, MathLength)] = [
      (",", .mu(3)), ("thinspace", .mu(3)), ("!", .mu(-3)), ("negthinspace", .mu(-3)),
      (":", .mu(4)), (">", .mu(4)), ("medspace", .mu(4)), ("negmedspace", .mu(-4)),
      (";", .mu(5)), ("thickspace", .mu(5)), ("negthickspace", .mu(-5)), ("enspace", .em(0.5)),
      ("enskip", .em(0.5)), ("quad", .em(1)), ("qquad", .em(2)), (" ", .em(0.25)),
      ("space", .em(0.25)), ("nobreakspace", .em(0.25)), ("hfill", .zero), ("hfil", .zero),
      ("hairspace", .mu(1)),
    ]
    table += widths.map { ($0.0, .space($0.1)) }
    table += [
      ("hspace", .spaceArgument), ("mspace", .spaceArgument), ("hskip", .kern), ("kern", .kern),
      ("mkern", .kern), ("mskip", .kern), ("allowbreak", .breakMark(true)),
      ("nobreak", .breakMark(false)), ("nolinebreak", .breakMark(false)), ("relax", .relax),
      ("nonscript", .relax), ("protect", .relax), ("displaybreak", .relax), ("noindent", .relax),
      ("nopagebreak", .relax),
      ("DOTSB", .relax), ("DOTSI", .relax), ("DOTSX", .relax),
      ("par", .relax), ("centering", .relax), ("null", .relax), ("break", .relax),
      ("allowdisplaybreaks", .relax), ("linebreak", .breakMark(true)),
    ]
    return table
  }()

  private static let structure: [(String, Construct)] = [
    ("begin", .begin), ("end", .end), ("begingroup", .beginGroup), ("endgroup", .endGroup),
    ("\\", .rowEnd), ("cr", .rowEnd), ("tabularnewline", .rowEnd), ("newline", .lineBreak),
    ("hline", .horizontalLine(.solid)), ("hdashline", .horizontalLine(.dashed)),
    ("toprule", .horizontalLine(.solid)), ("midrule", .horizontalLine(.solid)),
    ("bottomrule", .horizontalLine(.solid)), ("cline", .partialLine), ("cmidrule", .partialLine),
    ("multicolumn", .multicolumn), ("intertext", .interText), ("shortintertext", .interText),
    ("substack", .substack), ("tag", .tag), ("notag", .noTag), ("nonumber", .noTag),
    ("label", .label), ("ref", .reference(parenthesized: false)),
    ("eqref", .reference(parenthesized: true)), ("href", .link), ("url", .url),
    ("htmlClass", .annotated), ("htmlId", .annotated), ("htmlStyle", .annotated),
    ("htmlData", .annotated), ("class", .annotated), ("cssId", .annotated),
    ("num", .number), ("qty", .quantity), ("SI", .quantity), ("unit", .unit), ("si", .unit),
    ("ang", .angle),
  ]
}
