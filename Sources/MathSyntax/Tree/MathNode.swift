public import Diagnostics

/// One element of a math list with the place it was written at.
///
/// A node that came out of a macro carries the span of the macro's call; its arguments keep their
/// own spans.
public struct MathNode: Hashable, Sendable {
  public var kind: Kind
  public var span: SourceSpan

  public init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  public indirect enum Kind: Hashable, Sendable {
    // What formulas are made of.

    /// A letter, sign, relation, bracket …: one character with its class.
    case symbol(MathSymbol)
    /// Adjacent digits with a decimal point between them, as written: `12`, `3.14`, `.5`.
    case number(String)
    /// `\sum`, `\int` …: an operator whose sign grows in display style.
    case largeOperator(LargeOperator)
    /// `\log`, `\max`, `\operatorname{TFLOP}`: an operator written as a word.
    case operatorName(OperatorName)
    /// A base with a subscript, a superscript or both; bounds of an operator are scripts too.
    case scripts(Scripts)
    /// `\frac`, `\binom`, `\over` …
    case fraction(Fraction)
    /// `\sqrt[n]{x}`: the degree is nil for a square root.
    case radical(degree: MathList?, radicand: MathList)
    /// `\left( … \middle| … \right)`: fences that grow with what they hold. Also
    /// `\lfloor x \rfloor` when written with `\left` and `\right`; without them the brackets are
    /// symbols of class `opening` and `closing`.
    case delimited(Delimited)
    /// `\hat{x}`, `\tilde\mu`, `\widehat{AB}` …
    case accent(Accent)
    /// `\overline`, `\underbrace`, `\overrightarrow` …: a mark as wide as the base. Scripts on a
    /// brace or bracket are its label.
    case overUnder(OverUnder)
    /// `\overset`, `\underset`, `\stackrel`: small lists above and below a base.
    case stack(Stack)
    /// `\xrightarrow[below]{above}`.
    case extensibleArrow(ExtensibleArrow)
    /// `matrix`, `cases`, `aligned`, `array`, `CD` …: rows of cells.
    case array(MathArray)
    /// `\text{for all $x$}`.
    case text(MathText)
    /// `{…}` as `ordinary`, `\mathrel{…}` and its kin with their class.
    case group(MathClass, MathList)

    // How a part is set; the meaning is that of the list inside.

    /// `\mathrm{…}`, `\mathbf{…}`, and the old `\rm`, `\bf` for the rest of their group.
    case alphabet(MathAlphabet, MathList)
    /// `\displaystyle` and its kin: the rest of their group.
    case style(MathStyleName, MathList)
    /// `\large` and its kin: factor of the font size for the rest of their group.
    case sized(Double, MathList)
    /// `\color`, `\textcolor`.
    case colored(MathColor, MathList)
    /// `\boxed`, `\colorbox`, `\cancel` …
    case enclosure(Enclosure, MathList)
    /// `\phantom`, `\smash`, `\rlap` …: the list with some of its extents or its ink taken away.
    case extent(ExtentChange, MathList)
    /// `\raisebox{2pt}{…}`: moved up by a length; `\vcenter` is `.centered`.
    case raised(MathLength, MathList)
    /// `\vcenter{…}`: moved so that its middle lies on the axis.
    case centered(MathList)
    /// `\mathchoice`: one list each for display, text, script and scriptscript style.
    case choice(MathList, MathList, MathList, MathList)
    /// `\href{url}{…}`.
    case link(url: String, MathList)

    // Marks without meaning for a value.

    /// `\,`, `\quad`, `\hspace`, `\kern`, `~`: white space that does not break.
    case space(MathLength)
    /// `\rule[shift]{width}{height}`.
    case rule(width: MathLength, height: MathLength, shift: MathLength)
    /// `\big` … `\Bigg`: a delimiter of fixed size 1 … 4.
    case bigDelimiter(size: Int, MathClass, Delimiter)
    /// `\allowbreak`, `\nobreak`: whether a line may end here, whatever the classes say.
    case breakMark(allowed: Bool)
    /// `\\` outside of any environment, and `\newline`: a forced line end.
    case lineBreak
    /// `\tag{1}`, `\tag*{A}`; `\notag` is nil.
    case tag(MathText?, parenthesized: Bool)
    /// `\label{eq:x}`: the document resolves it.
    case label(String)
    /// `\ref{eq:x}`, `\eqref{eq:x}` inside math; the document resolves it.
    case reference(String, parenthesized: Bool)
    /// A part that could not be read, with its TeX; a diagnostic tells why.
    case error(String)
  }
}
