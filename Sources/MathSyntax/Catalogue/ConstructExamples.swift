/// A formula for each command with arguments, to show it by.
enum ConstructExamples {
  struct Family {
    var title: String
    var slug: String
    var names: [String]
  }

  static let families: [Family] = {
    let tables = CommandTable.constructFamilies
    let titles = [
      ("Fractions and roots", "fractions"), ("Delimiters", "delimiters"),
      ("Accents, braces, arrows with labels", "marks"), ("Alphabets, styles, classes", "styles"),
      ("Words", "text"), ("Colour, frames, invisible boxes", "boxes"),
      ("Space and breaks", "space"),
      ("Tags, links, tables, quantities", "structure"),
    ]
    precondition(tables.count == titles.count, "each table of constructs has a title")
    return zip(titles, tables).map { title, table in
      Family(title: title.0, slug: title.1, names: table.map(\.0))
    }
  }()

  static func example(of name: String, _ construct: Construct) -> String {
    let command = "\\" + name
    if let special = special[name] { return special }
    switch construct {
    case .fraction, .binomial, .continuedFraction: return command + "{a}{b}"
    case .infix: return "{a \(command) b}"
    case .bigDelimiter: return command + "("
    case .braket(_, _, _, let splits): return command + (splits ? "{a|b}" : "{a}")
    case .accent(_, let isWide, _): return command + (isWide ? "{abc}" : "{a}")
    case .overUnder: return command + "{abc}"
    case .overset, .underset, .stackrel: return command + "{a}{=}"
    case .arrow: return command + "{ab}"
    case .classed: return "a" + command + "{b}c"
    case .operatorName: return command + "{abc}x"
    case .alphabet: return command + "{ABab1}"
    case .alphabetSwitch: return "{\(command) ABab1}"
    case .style: return "{\(command) \\sum_i^n}"
    case .size: return "{\(command) a}"
    case .limits: return "\\int\(command)_a^b"
    case .text: return command + "{abc}"
    case .colorSwitch: return "{\(command){teal} a}"
    case .enclosure: return command + "{abc}"
    case .phantom, .smash: return "a\(command){\\frac bc}d"
    case .lap: return "a\(command){b}c"
    case .space: return "a\(command) b"
    case .spaceArgument: return "a\(command){1em}b"
    case .kern: return "a\(command)1em b"
    case .breakMark, .relax: return "a\(command) b"
    case .horizontalLine: return "\\begin{array}{c}\(command) a\\end{array}"
    case .partialLine: return "\\begin{array}{cc}\(command){1-1}a&b\\end{array}"
    case .interText: return "\\begin{aligned}a\\\\\(command){b}c\\end{aligned}"
    case .reference, .label: return "a\(command){b}"
    case .annotated: return command + "{b}{a}"
    case .number: return command + "{12345.6e-7}"
    case .quantity: return command + "{3}{\\metre\\per\\second}"
    case .unit: return command + "{\\kilo\\gram}"
    case .angle: return command + "{30}"
    default: return command
    }
  }

  /// Commands whose shape no rule above gives.
  private static let special: [String: String] = [
    "genfrac": #"\genfrac{[}{]}{0pt}{}{a}{b}"#, "sqrt": #"\sqrt[3]{a}"#,
    "above": #"{a \above 2pt b}"#,
    "overwithdelims": #"{a \overwithdelims [ ] b}"#,
    "atopwithdelims": #"{a \atopwithdelims \{ \} b}"#,
    "abovewithdelims": #"{a \abovewithdelims ( ) 1pt b}"#,
    "left": #"\left( \frac ab \right]"#, "right": #"\left[ \frac ab \right)"#,
    "middle": #"\left( a \middle| \frac bc \right)"#,
    "overunderset": #"\overunderset{a}{b}{=}"#, "sideset": #"\sideset{_a^b}{_c^d}\prod"#,
    "prescript": #"\prescript{14}{6}{C}"#, "not": #"a \not= b"#,
    "dots": #"a, \dots, b + \dots + c"#,
    "mathop": #"\mathop{ab}_c"#, "mathchoice": #"\mathchoice{a}{b}{c}{d}"#, "verb": #"\verb|x_1|"#,
    "textcolor": #"\textcolor{teal}{a}"#, "colorbox": #"\colorbox{yellow}{a}"#,
    "fcolorbox": #"\fcolorbox{teal}{yellow}{a}"#, "fbox": #"\fbox{ab}"#,
    "framebox": #"\framebox{ab}"#, "cancelto": #"\cancelto{0}{abc}"#,
    "raisebox": #"a\raisebox{3pt}{b}"#, "vcenter": #"\vcenter{\frac ab}"#,
    "rule": #"\rule{1em}{1ex}"#, "strut": #"\boxed{\strut a}"#,
    "begin": #"\begin{matrix}a\end{matrix}"#,
    "end": #"\begin{matrix}b\end{matrix}"#, "begingroup": #"\begingroup\bf a\endgroup b"#,
    "endgroup": #"\begingroup\it a\endgroup b"#, "\\": #"\begin{matrix}a\\b\end{matrix}"#,
    "cr": #"\begin{matrix}a\cr b\end{matrix}"#,
    "tabularnewline": #"\begin{array}{c}a\tabularnewline b\end{array}"#,
    "newline": #"a \newline b"#,
    "multicolumn": #"\begin{array}{cc}\multicolumn{2}{c}{a}\\b&c\end{array}"#,
    "substack": #"\sum_{\substack{a\\b}}"#, "tag": #"a \tag{1}"#, "notag": #"a \notag"#,
    "nonumber": #"a \nonumber"#, "href": #"\href{https://example.org}{a}"#,
    "url": #"\url{example.org}"#, "(": #"\text{a \(\frac bc\)}"#, ")": #"\text{\(b_1\) a}"#,
    "ensuremath": #"\text{a \ensuremath{b_1}}"#, "num": #"\num{12345.6e-7}"#,
  ]

  static func environment(_ name: String) -> String {
    guard let kind = EnvironmentTable.kinds[name] else { return "" }
    let body =
      switch kind.columns {
      case .diagram: #"A @>f>> B \\ @VVV @| \\ C @<<< D"#
      case .alternating: #"a &= b \\ &= c"#
      case .single, .staggered: name == "math" || name == "displaymath" ? "a" : #"a \\ b + c"#
      case .specified, .centered, .left: #"a & b \\ c & d"#
      }
    let columns =
      if case .specified = kind.columns { name == "subarray" ? "{ll}" : "{c|c}" } else {
        kind.takesCount ? "{2}" : ""
      }
    return "\\begin{\(name)}\(columns) \(body) \\end{\(name)}"
  }

  /// A short form with as many arguments as it takes.
  static func macro(_ name: String) -> String {
    guard case .macro(let macro) = CommandTable.meanings[name] else { return "\\" + name }
    switch name {
    case "matrix", "pmatrix", "bordermatrix", "cases", "eqalign", "displaylines":
      return "\\\(name){a \\\\ b}"
    case "bgroup", "egroup": return #"\bgroup a \egroup"#
    case "thinmuskip", "medmuskip", "thickmuskip": return "a\\mskip\\\(name) b"
    case "jot", "arraycolsep": return "a\\kern\\\(name) b"
    case "mathstrut": return #"\boxed{\mathstrut a}"#
    default: break
    }
    let arguments = ["{a}", "{b}", "{c}"].prefix(macro.argumentCount)
    return "\\" + name + arguments.joined()
  }
}
