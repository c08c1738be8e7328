extension ScaleSpec {
  var json: JSONObject {
    JSONObject { out in
      out.set("type", type)
      out.set("domain", values: domain)
      out.set("domainMin", domainMin)
      out.set("domainMax", domainMax)
      out.set("domainMid", domainMid)
      if let niceCount {
        out.set("nice", niceCount)
      } else if let niceUnit {
        out.set("nice", niceUnit)
      } else {
        out.set("nice", nice)
      }
      out.set("zero", zero)
      out.set("reverse", reverse)
      out.set("clamp", clamp)
      out.set("scheme", scheme)
      if let dashes {
        out.set("range", .list(dashes.map { .list($0.map { .number($0) }) }))
      } else {
        out.set("range", values: range)
      }
      out.set("exponent", exponent)
      out.set("base", base)
      out.set("constant", constant)
      out.set("padding", padding)
      out.set("paddingInner", paddingInner)
      out.set("paddingOuter", paddingOuter)
    }
  }
}

extension AxisSpec {
  var json: JSONObject {
    JSONObject { out in
      out.setTitle(title, isShown: showsTitle)
      out.set("format", format)
      out.set("grid", grid)
      out.set("tickCount", tickCount)
      if let tickInterval {
        out.set(
          "tickCount",
          object: { out in
            out.set("interval", tickInterval.unit)
            out.set("step", tickInterval.step ?? 1)
          })
      }
      out.set("tickMinStep", tickMinStep)
      out.set("values", values: values)
      out.set("labels", labels)
      out.set("ticks", ticks)
      out.set("domain", domain)
      out.set("labelAngle", labelAngle)
      out.set("labelExpr", labelExpr)
      out.set("orient", orient)
    }
  }
}

extension LegendSpec {
  var json: JSONObject {
    JSONObject { out in
      out.setTitle(title, isShown: showsTitle)
      out.set("format", format)
      out.set("labelExpr", labelExpr)
      out.set("values", values: values)
      out.set("orient", orient)
      out.set("direction", direction)
      out.set("columns", columns)
      out.set("type", kind)
      out.set("tickCount", tickCount)
      out.set("tickMinStep", tickMinStep)
      out.set("direct", direct)
      out.set("symbolOpacity", symbolOpacity)
    }
  }
}

extension HeaderSpec {
  var json: JSONObject {
    JSONObject { out in
      out.setTitle(title, isShown: showsTitle)
      out.set("labels", labels)
      out.set("format", format)
      out.set("labelExpr", labelExpr)
    }
  }
}
