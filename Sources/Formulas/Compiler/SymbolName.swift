public import Diagnostics
import MathSyntax

/// The name of a TeX symbol as SQL and prose write it: `\tilde\mu` is `mu_tilde`, `N_v` is `N_v`,
/// `d_{\text{kv}}` is `d_kv`, `x'` is `x_prime`.
///
/// Two symbols are the same when their names are; so `\tilde` and `\widetilde` do not differ.
enum SymbolName {
  /// The name of a node without its superscript, or nil when it is no symbol.
  static func of(_ node: MathNode) -> String? {
    switch node.kind {
    case .symbol(let symbol): letter(symbol)
    case .operatorName(let name): word(name.name)
    case .text(let text): word(text.words)
    case .accent(let accent):
      accent.base.onlyNode.flatMap(of).map { "\($0)_\(withoutWide(accent.command))" }
    case .overUnder(let mark) where mark.mark == .line && !mark.isBelow:
      mark.base.onlyNode.flatMap(of).map { $0 + "_bar" }
    case .alphabet(let alphabet, let list): alphabetName(alphabet, list)
    case .group(.ordinary, let list): list.onlyNode.flatMap(of)
    case .scripts(let scripts): scripted(scripts)
    default: nil
    }
  }

  /// The name of a base with a subscript and primes or stars; nil with any other superscript.
  private static func scripted(_ scripts: Scripts) -> String? {
    guard let base = scripts.base, var name = of(base) else { return nil }
    if let sub = scripts.sub {
      guard let text = joined(sub) else { return nil }
      name += "_" + text
    }
    if let sup = scripts.sup {
      let (mark, rest) = splitMarks(sup)
      guard let mark, rest.isEmpty else { return nil }
      name += "_" + mark
    }
    return name
  }

  /// Primes and a star at the start of a superscript belong to the symbol, the rest is a power.
  static func splitMarks(_ list: MathList) -> (mark: String?, rest: [MathNode]) {
    var marks: [String] = []
    for (index, node) in list.nodes.enumerated() {
      guard case .symbol(let symbol) = node.kind else {
        return (marks.isEmpty ? nil : marks.joined(separator: "_"), Array(list.nodes[index...]))
      }
      switch symbol.scalar {
      case "′", "'": marks.append("prime")
      case "∗", "*", "⋆": marks.append("star")
      default:
        return (marks.isEmpty ? nil : marks.joined(separator: "_"), Array(list.nodes[index...]))
      }
    }
    return (marks.isEmpty ? nil : marks.joined(separator: "_"), [])
  }

  /// The text of a subscript: letters and digits run together, commas separate.
  private static func joined(_ list: MathList) -> String? {
    var parts: [String] = []
    var current = ""
    for node in list.nodes {
      switch node.kind {
      case .number(let digits): current += digits.split(separator: ".").joined(separator: "_")
      case .symbol(let symbol) where symbol.scalar == ",":
        parts.append(current)
        current = ""
      case .space: continue
      default:
        guard let name = of(node) else { return nil }
        current += name
      }
    }
    parts.append(current)
    let text = parts.filter { !$0.isEmpty }.joined(separator: "_")
    return text.isEmpty ? nil : text
  }

  private static func alphabetName(_ alphabet: MathAlphabet, _ list: MathList) -> String? {
    guard let text = joined(list) else { return nil }
    return switch alphabet {
    case .normal, .roman, .italic, .sansSerif, .typewriter: text
    case .bold, .boldSymbol, .boldItalic: text + "_bold"
    case .calligraphic, .script: text + "_cal"
    case .blackboard: text + "_bb"
    case .fraktur: text + "_frak"
    }
  }

  private static func letter(_ symbol: MathSymbol) -> String? {
    let scalar = symbol.scalar
    if scalar.isASCII { return scalar.properties.isAlphabetic ? String(scalar) : nil }
    guard scalar.properties.isAlphabetic else { return nil }
    return symbol.command ?? greek[scalar] ?? String(scalar)
  }

  /// Words become one name: `d model` is `d_model`.
  private static func word(_ text: String) -> String? {
    var name = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, !name.hasSuffix("_") {
        name += "_"
      }
    }
    while name.hasSuffix("_") { name.removeLast() }
    return name.isEmpty ? nil : name
  }

  private static func withoutWide(_ command: String) -> String {
    command.hasPrefix("wide") ? String(command.dropFirst(4)) : command
  }

  /// Greek letters that were typed instead of being written as a command.
  private static let greek: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ϵ": "epsilon",
    "ζ": "zeta", "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu",
    "µ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau",
    "υ": "upsilon", "φ": "varphi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi",
    "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
  ]
}

extension FormulaParameter {
  /// The name that a `where` key stands for, or a diagnostic when the key is no symbol.
  public static func name(
    ofSymbol tex: String, at span: SourceSpan
  ) -> Result<String, Diagnostic> {
    let bytes = Array(tex.utf8)
    let (list, diagnostics) = MathParser.parse(bytes[...], span: span, display: false)
    if let fault = diagnostics.all.first { return .failure(fault) }
    // An indexed quantity is declared as `n_i`; its name is that of its base.
    let nodes = list.nodes.filter { if case .space = $0.kind { false } else { true } }
    guard nodes.count == 1, let name = SymbolName.of(nodes[0]) else {
      return .failure(
        .error(
          "formula-symbol", "'\(tex)' is not one symbol", at: span,
          help: "write several letters as \\mathrm{\(tex)}"))
    }
    return .success(name)
  }
}
