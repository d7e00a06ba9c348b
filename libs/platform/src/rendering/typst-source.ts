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
  lang: "en", region: "GB", size: 11pt, hyphenate: false, fallback: false,
  font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"),
)
#set par(justify: false, leading: 0.7em, spacing: 1.2em)
#set page(
  paper: "a4",
  margin: (x: 2.5cm, top: 2.5cm, bottom: 2.8cm),
  footer: context {
    set text(size: 7pt)
    grid(
      columns: (1fr, auto),
      doc.foot,
      [Page #counter(page).display() of #counter(page).final().first()],
    )
  },
)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 1): set block(above: 2em, below: 1.2em)
#let put(pieces) = pieces.join(box(width: 0pt))
#let lines(all) = all.map(put).join(linebreak())
#par(strong(put(doc.sender.name-pieces)))
#if doc.sender.lines.len() > 0 { par(lines(doc.sender.lines)) }
#heading(level: 1, doc.title)
#for fact in doc.facts { par(strong(fact.key + ":") + " " + put(fact.pieces)) }
#for paragraph in doc.paragraphs { par(lines(paragraph)) }
`;
