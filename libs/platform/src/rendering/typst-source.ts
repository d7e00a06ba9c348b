/**
 * The page of a text document, in Typst. What is printed comes in as data (`sys.inputs.document`, JSON) and is put down as
 * strings: Typst reads no markup and no code in a string, so no word of a letter is anything but a word.
 *
 * A run of letters that no line holds may be broken at each of its pieces. Only fonts that come with the compiler are
 * named, and no other is asked: a page looks the same on every machine.
 */
export const TYPST_SOURCE = `
#let doc = json(bytes(sys.inputs.document))
#set document(title: doc.title, author: doc.sender.name, date: none)
#set text(
  lang: "en", region: doc.region, size: 11pt, hyphenate: false, fallback: false,
  font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"),
)
#set par(justify: false, leading: 0.7em, spacing: 1.2em)
#set list(indent: 0.3em, body-indent: 0.7em, spacing: 0.9em)
#set enum(indent: 0.3em, body-indent: 0.7em, spacing: 0.9em)
#show list: set block(spacing: 1.2em)
#show enum: set block(spacing: 1.2em)
#set page(
  paper: "a4",
  margin: (x: 2.5cm, top: 2.2cm, bottom: 2.8cm),
  footer: context {
    set text(size: 8pt)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      doc.foot,
      [Page #counter(page).display() of #counter(page).final().first()],
    )
  },
)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 1): set block(above: 2em, below: 1.4em)
#show heading.where(level: 2): set text(size: 11pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#let put(pieces) = pieces.join(box(width: 0pt))
#let lines(all) = all.map(put).join(linebreak())
#let blocks = (
  paragraph: it => par(lines(it.lines)),
  heading: it => heading(level: 2, put(it.pieces)),
  signed: it => list(marker: it.style, ..it.items.map(lines)),
  counted: it => enum(numbering: it.style, start: it.start, ..it.items.map(lines)),
)
#par(text(size: 15pt, strong(put(doc.sender.name-pieces))))
#if doc.sender.lines.len() > 0 { par(text(size: 9.5pt, lines(doc.sender.lines))) }
#line(length: 100%, stroke: 0.6pt)
#heading(level: 1, doc.title)
#par(doc.facts.map(fact => strong(fact.key + ":") + " " + put(fact.pieces)).join(linebreak()))
#v(0.6em)
#for block in doc.blocks { (blocks.at(block.kind))(block) }
`;
