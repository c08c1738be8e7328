/// The named characters of TeX, plain LaTeX, amssymb, mathtools and stmaryrd's common part, by
/// class: pairs of a command and its Unicode character. Where a character has several names the
/// first one is used to describe it.
///
/// Source: the LaTeX kernel's `fontmath.ltx`, `amssymb.sty`, and `unicode-math-table.tex` for the
/// code points.
extension SymbolTable {
  static let ordinaryData = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ
    thetasym ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ
    varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ
    Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω Digamma Ϝ
    aleph ℵ alef ℵ alefsym ℵ beth ℶ gimel ℷ daleth ℸ hbar ℏ hslash ℏ ell ℓ wp ℘ weierp ℘ Re ℜ
    real ℜ Im ℑ image ℑ imath ı jmath ȷ eth ð matheth ð partial ∂ nabla ∇ infty ∞ infin ∞
    forall ∀ exists ∃ exist ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ emptyset ∅ empty ∅
    varnothing ∅ angle ∠ measuredangle ∡ sphericalangle ∢ rightangle ∟ surd √ prime ′ dprime ″
    trprime ‴ backprime ‵ mho ℧ Finv Ⅎ Game ⅁ Bbbk 𝕜 complement ∁ flat ♭ natural ♮ sharp ♯
    clubsuit ♣ clubs ♣ diamondsuit ♢ diamonds ♢ heartsuit ♡ hearts ♡ spadesuit ♠ spades ♠
    triangle △ triangledown ▽ blacktriangle ▲ blacktriangledown ▼ square □ Box □ blacksquare ■
    lozenge ◊ Diamond ◊ blacklozenge ⧫ bigstar ★ circledS Ⓢ circledR ® checkmark ✓ maltese ✠
    diagup ╱ diagdown ╲ backslash \u{5C} S § P ¶ sect § dag † ddag ‡ pounds £ mathsterling £
    yen ¥ mathyen ¥ euro € degree ° # # % % $ $ _ _ & & vert | Vert ‖ | ‖ copyright ©
    N ℕ R ℝ Z ℤ Q ℚ C ℂ H ℍ natnums ℕ reals ℝ Reals ℝ cnums ℂ Complex ℂ mathhyphen ‐ mathdollar $
    mathparagraph ¶ mathsection § mathunderscore _ varangle ∢ permil ‰ perthousand ‰ Angstrom Å
    angstrom Å lightning ↯ mathslash / upand ⅋ invneg ⌐ boxbar ◫ hexagon ⎔ bigblacktriangleup ▲
    imaginary ⅈ QED ∎ smiley ☺ frownie ☹ female ♀ male ♂ earth ♁ sun ☉ leftmoon ☾ rightmoon ☽
    quarternote ♩ eighthnote ♪ twonotes ♫ recorder ⌕ phone ☎ telephone ☎ Square □ bullseye ◎
    micro µ textmu µ varhbar ℏ planck ℎ diameter ⌀ house ⌂ invnot ⌐ turnednot ⌐
    """

  static let binaryData = """
    pm ± plusmn ± mp ∓ times × div ÷ cdot ⋅ centerdot ⋅ sdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙
    bull ∙ cap ∩ cup ∪ sqcap ⊓ sqcup ⊔ uplus ⊎ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖
    smallsetminus ∖ wr ≀ amalg ⨿ dagger † ddagger ‡ Dagger ‡ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘
    odot ⊙ bigcirc ◯ diamond ⋄ triangleleft ◃ triangleright ▹ bigtriangleup △ bigtriangledown ▽
    lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ dotplus ∔ Cap ⋒ doublecap ⋒ Cup ⋓ doublecup ⋓ barwedge ⊼
    veebar ⊻ doublebarwedge ⩞ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ divideontimes ⋇ ltimes ⋉
    rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ curlywedge ⋏ curlyvee ⋎ circleddash ⊝
    circledast ⊛ circledcirc ⊚ intercal ⊺ And & lessdot ⋖ gtrdot ⋗ minuso ⦵ dotminus ∸ minusdot ⨪
    plusdot ⨥ boxast ⧆ boxcircle ⧇ boxbox ⧈ circledequal ⊜ obar ⌽ ogreaterthan ⧁
    olessthan ⧀ veedot ⟇ wedgedot ⟑ veedoublebar ⩣ wedgedoublebar ⩠ interleave ⫴
    talloblong ⫾ sslash ⫽ fatsemi ⨟ fcmp ⨟ bindnasrepma ⅋ parr ⅋ with & merge ⋈
    rightslice ⪧ leftslice ⪦ varoplus ⊕ varotimes ⊗ varominus ⊖ varodot ⊙ varoslash ⊘
    smalltriangleup ▵ smalltriangledown ▿ smalltriangleleft ◃ smalltriangleright ▹ nplus ⩱
    symmdiff ∆ opluslhrim ⨭ oplusrhrim ⨮ odiv ⨸ hourglass ⧖ fourierproof ⌘
    """

  static let relationData = """
    equiv ≡ prec ≺ succ ≻ preceq ⪯ succeq ⪰ sim ∼ simeq ≃ approx ≈ cong ≅ asymp ≍ doteq ≐
    propto ∝ varpropto ∝ perp ⟂ mid ∣ shortmid ∣ parallel ∥ shortparallel ∥ ll ≪ gg ≫ le ≤ leq ≤
    ge ≥ geq ≥ lt < gt > ne ≠ neq ≠ in ∈ isin ∈ ni ∋ owns ∋ notin ∉ notni ∌ subset ⊂ sub ⊂
    supset ⊃ subseteq ⊆ sube ⊆ supseteq ⊇ supe ⊇ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒
    bowtie ⋈ Join ⋈ smile ⌣ smallsmile ⌣ frown ⌢ smallfrown ⌢ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨
    Vdash ⊩ Vvdash ⊪ VDash ⊫ therefore ∴ because ∵ backepsilon ∍ between ≬ pitchfork ⋔
    leqq ≦ geqq ≧ leqslant ⩽ geqslant ⩾ eqslantless ⪕ eqslantgtr ⪖ lesssim ≲ gtrsim ≳
    lessapprox ⪅ gtrapprox ⪆ approxeq ≊ lll ⋘ llless ⋘ ggg ⋙ gggtr ⋙ lessgtr ≶ gtrless ≷
    lesseqgtr ⋚ gtreqless ⋛ lesseqqgtr ⪋ gtreqqless ⪌ doteqdot ≑ Doteq ≑ risingdotseq ≓
    fallingdotseq ≒ backsim ∽ backsimeq ⋍ subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑ preccurlyeq ≼
    succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟ precsim ≾ succsim ≿ precapprox ⪷ succapprox ⪸
    vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ vartriangle △
    blacktriangleleft ◀ blacktriangleright ▶ bumpeq ≏ Bumpeq ≎ eqcirc ≖ circeq ≗ triangleq ≜
    thicksim ∼ thickapprox ≈ eqsim ≂ origof ⊶ imageof ⊷ multimap ⊸ coloneqq ≔ colonequals ≔
    eqqcolon ≕ equalscolon ≕ Coloneqq ⩴ coloncolonequals ⩴ dblcolon ∷ coloncolon ∷ Colon ∷
    vcentcolon ∶ ratio ∶ stareq ≛ eqdef ≝ measeq ≞ questeq ≟ wedgeq ≙ veeeq ≚ arceq ≘
    hateq ≙ defeq ≝ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ⩽̸ ngeqslant ⩾̸ nleqq ≦̸ ngeqq ≧̸
    lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lvertneqq ≨ gvertneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉
    gnapprox ⪊ nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ npreccurlyeq ⋠ nsucccurlyeq ⋡ precneqq ⪵
    succneqq ⪶ precneq ⪱ succneq ⪲ precnsim ⋨ succnsim ⋩ precnapprox ⪹ succnapprox ⪺ nsim ≁
    nsimeq ≄ ncong ≆ napprox ≉ nequiv ≢ nshortmid ∤ nmid ∤ nshortparallel ∦ nparallel ∦
    nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬
    ntrianglerighteq ⋭ nsubset ⊄ nsupset ⊅ nsubseteq ⊈ nsupseteq ⊉ nsubseteqq ⫅̸ nsupseteqq ⫆̸
    subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌
    varsubsetneqq ⫋ varsupsetneqq ⫌ nsqsubseteq ⋢ nsqsupseteq ⋣ sqsubsetneq ⋤ sqsupsetneq ⋥
    preceqq ⪳ succeqq ⪴ simneqq ≆ Vbar ⫫ Bot ⫫ Perp ⫫ upmodels ⫫ downmodels ⫪ disin ⋲
    leftarrow ← gets ← larr ← rightarrow → to → rarr → leftrightarrow ↔ harr ↔ lrarr ↔
    Leftarrow ⇐ Larr ⇐ lArr ⇐ Rightarrow ⇒ Rarr ⇒ rArr ⇒ Leftrightarrow ⇔ Harr ⇔ hArr ⇔
    Lrarr ⇔ lrArr ⇔ uparrow ↑ uarr ↑ downarrow ↓ darr ↓ updownarrow ↕ Uparrow ⇑ Uarr ⇑ uArr ⇑
    Downarrow ⇓ Darr ⇓ dArr ⇓ Updownarrow ⇕ longleftarrow ⟵ longrightarrow ⟶
    longleftrightarrow ⟷ Longleftarrow ⟸ Longrightarrow ⟹ Longleftrightarrow ⟺ mapsto ↦
    longmapsto ⟼ mapsfrom ↤ longmapsfrom ⟻ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookleftarrow ↩
    hookrightarrow ↪ leftharpoonup ↼ leftharpoondown ↽ rightharpoonup ⇀ rightharpoondown ⇁
    rightleftharpoons ⇌ leftrightharpoons ⇋ nleftarrow ↚ nrightarrow ↛ nleftrightarrow ↮
    nLeftarrow ⇍ nRightarrow ⇏ nLeftrightarrow ⇎ dashrightarrow ⇢ dasharrow ⇢ dashleftarrow ⇠
    leftleftarrows ⇇ rightrightarrows ⇉ leftrightarrows ⇆ rightleftarrows ⇄ Lleftarrow ⇚
    Rrightarrow ⇛ twoheadleftarrow ↞ twoheadrightarrow ↠ leftarrowtail ↢ rightarrowtail ↣
    looparrowleft ↫ looparrowright ↬ curvearrowleft ↶ curvearrowright ↷ circlearrowleft ↺
    circlearrowright ↻ Lsh ↰ Rsh ↱ upuparrows ⇈ downdownarrows ⇊ upharpoonleft ↿
    upharpoonright ↾ restriction ↾ downharpoonleft ⇃ downharpoonright ⇂ leftrightsquigarrow ↭
    rightsquigarrow ⇝ leadsto ⇝ leftsquigarrow ⇜ longrightsquigarrow ⟿ updownarrows ⇅
    downuparrows ⇵ leftarrowtriangle ⇽ rightarrowtriangle ⇾ leftrightarrowtriangle ⇿
    Mapsto ⤇ Mapsfrom ⤆ Longmapsto ⟾ Longmapsfrom ⟽ twoheadmapsto ⤅ shortrightarrow → shortleftarrow ←
    shortuparrow ↑ shortdownarrow ↓ lightningarrow ↯ nnearrow ⇗ ssearrow ⇘ sswarrow ⇙ nnwarrow ⇖
    gtrapproxeq ⪆ lessapproxeq ⪅ inplus ⨮ niplus ⨭ trianglelefteqslant ⊴ trianglerighteqslant ⊵
    arrownot ↛ doublecolon ∷ varparallel ∥ nvarparallel ∦ dotdiv ∸ isindot ⋵ bagmember ⋿
    """

  static let punctuationData = """
    ldotp . cdotp ⋅
    """

  static let innerData = """
    ldots … mathellipsis … hellip … cdots ⋯ ddots ⋱ iddots ⋰ adots ⋰
    """

  static let openingData = """
    lbrace { { { lbrack [ lparen ( langle ⟨ lang ⟨ lvert | lVert ‖ lceil ⌈ lfloor ⌊ lgroup ⟮
    lmoustache ⎰ ulcorner ⌜ llcorner ⌞ llbracket ⟦ lBrack ⟦ lBrace ⦃ lAngle ⟪ llangle ⟪
    llparenthesis ⦇ Lbag ⟅ lbag ⟅ llceil ⌈ llfloor ⌊
    """

  static let closingData = """
    rbrace } } } rbrack ] rparen ) rangle ⟩ rang ⟩ rvert | rVert ‖ rceil ⌉ rfloor ⌋ rgroup ⟯
    rmoustache ⎱ urcorner ⌝ lrcorner ⌟ rrbracket ⟧ rBrack ⟧ rBrace ⦄ rAngle ⟫ rrangle ⟫
    rrparenthesis ⦈ Rbag ⟆ rbag ⟆ rrceil ⌉ rrfloor ⌋
    """

  /// Operators that grow in display style, with limits above and below there.
  static let largeOperatorData = """
    sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigodot ⨀ bigoplus ⨁
    bigotimes ⨂ biguplus ⨄ bigsqcup ⨆ bigsqcap ⨅ intop ∫ bigtimes ⨉ bigcupdot ⨃ bigcupplus ⨄
    bigsqcupplus ⨆ bigcapdot ⨂ conjquant ⨇ disjquant ⨈ bigtalloblong ⫿ bigparallel ∥
    biginterleave ⫼ bignplus ⊎ bigcurlyvee ⋁ bigcurlywedge ⋀ bigbox □ bigtriangle △ 
    """

  /// Operators that grow in display style, with scripts beside them.
  static let integralData = """
    int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ varointclockwise ∲ ointctrclockwise ∳
    varoiint ∯ intclockwise ∱ fint ⨏ sqint ⨖ landupint ∫ landdownint ∫ ointclockwise ∲
    varointctrclockwise ∳ intbar ⨍ intBar ⨎ dashint ⨍ ddashint ⨎ strokedint ⨍
    """

  /// Characters that `\\not` changes into another one.
  static let negationData = """
    = ≠ < ≮ > ≯ ≤ ≰ ≥ ≱ ≡ ≢ ∼ ≁ ≃ ≄ ≅ ≇ ≈ ≉ ∈ ∉ ∋ ∌ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ∣ ∤ | ∤ ∥ ∦ ‖ ∦ ≺ ⊀ ≻ ⊁
    ⊢ ⊬ ⊨ ⊭ ⊩ ⊮ ⊫ ⊯ ∃ ∄ ← ↚ → ↛ ↔ ↮ ⇐ ⇍ ⇒ ⇏ ⇔ ⇎ ⊑ ⋢ ⊒ ⋣ ≲ ≴ ≳ ≵ ≶ ≸ ≷ ≹ ≼ ⋠ ≽ ⋡ ⊲ ⋪ ⊳ ⋫ ⊴ ⋬
    ⊵ ⋭ ≍ ≭
    """

  /// Operators written as words, scripts beside them. A `-` stands for a thin space.
  static let namedOperatorData = """
    arccos arcsin arctan arctg arcctg arg ch cos cosec cosh cot cotg coth csc ctg cth deg dim exp
    hom ker lg ln log sec sin sinh sh tan tanh tg th arcsec arccsc arccot arsinh arcosh artanh
    arcoth arcsch arsech arsch sech csch rank sgn erf erfc tr Tr diag
    """

  /// Operators written as words that take limits in display style.
  static let namedLimitOperatorData = """
    det gcd inf lim max min Pr sup liminf lim-inf limsup lim-sup injlim inj-lim projlim proj-lim
    argmax arg-max argmin arg-min plim plim lcm esssup ess-sup essinf ess-inf
    """
}
