import { scaleBand, scaleLinear } from 'd3-scale';

/** The smallest number that is shown: from 1 up to below it, people could be recognised. */
const SMALLEST_SHOWN = 5;
/** Length of the hatched bar of a hidden number, in hundredths of the width: the same whatever it is. */
const HIDDEN_LENGTH = 6;
/** Bars leave this share of the width free for the number at their end. */
const LONGEST = 82;
const BAR_STEP = 46;
const COLUMN_HEIGHT = 200;
const COLUMN_HEAD = 24;
const COLUMN_FOOT = 44;

/** One figure; `null` when the report has hidden it already. */
export interface Figure {
  label: string;
  value: number | null;
  /** It is larger, and hidden so that a small number cannot be worked out from the total. */
  isProtecting?: boolean;
}

export interface ChartInput {
  /** Unique on the page; ids of the drawing start with it. */
  id: string;
  title: string;
  /** One sentence that says what the chart shows; it is read to those who do not see it. */
  description: string;
  /** Heading of the first column of the table, such as `Route`. */
  labelHeading: string;
  /** Heading of the second, such as `Cases`. */
  valueHeading: string;
  figures: readonly Figure[];
}

/** A bar or column as `components/chart.njk` draws it. x and width in hundredths, y and height in pixels. */
export interface Bar {
  label: string;
  /** Second line of the label; the year under a month. */
  sublabel: string;
  /** The label as the table has it: `July 2026`. */
  fullLabel: string;
  /** The number in words: `1,204`, or `fewer than 5`. */
  text: string;
  hidden: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ChartModel extends Omit<ChartInput, 'figures'> {
  kind: 'bars' | 'columns';
  height: number;
  bars: Bar[];
  hasHidden: boolean;
  /** Some of the hidden numbers are larger. */
  hasProtecting: boolean;
}

/** Horizontal bars, one under another, each with its label above and its number at the end. */
export function barChart(input: ChartInput): ChartModel {
  const length = scaleLinear([0, longest(input.figures)], [0, LONGEST]);
  const bars = input.figures.map((figure, index) => {
    const hidden = isHidden(figure.value);
    const width = hidden ? HIDDEN_LENGTH : length(figure.value ?? 0);
    return {
      ...wordsOf(figure),
      hidden,
      x: 0,
      y: index * BAR_STEP,
      width: round(width),
      height: 16,
    };
  });
  return modelOf(input, 'bars', bars, bars.length * BAR_STEP);
}

/** Columns by month. @param input its labels are months as `YYYY-MM`, in order. */
export function monthChart(input: ChartInput): ChartModel {
  const places = scaleBand(
    input.figures.map(({ label }) => label),
    [0, 100],
  ).padding(0.25);
  const rise = scaleLinear([0, longest(input.figures)], [0, COLUMN_HEIGHT]);
  const bars = input.figures.map((figure, index) => {
    const hidden = isHidden(figure.value);
    const height = hidden ? (COLUMN_HEIGHT * HIDDEN_LENGTH) / 100 : rise(figure.value ?? 0);
    return {
      ...monthWords(figure, index),
      hidden,
      x: round(places(figure.label) ?? 0),
      y: round(COLUMN_HEAD + COLUMN_HEIGHT - height),
      width: round(places.bandwidth()),
      height: round(height),
    };
  });
  return modelOf(input, 'columns', bars, COLUMN_HEAD + COLUMN_HEIGHT + COLUMN_FOOT);
}

/** Whether a number must not be shown: one to four, or hidden by the report. */
function isHidden(value: number | null): boolean {
  return value === null || (value > 0 && value < SMALLEST_SHOWN);
}

/** What the longest bar stands for. Hidden numbers are below the floor, so they never set the scale. */
function longest(figures: readonly Figure[]): number {
  return Math.max(SMALLEST_SHOWN, ...figures.map(({ value }) => value ?? 0));
}

type BarWords = Pick<Bar, 'label' | 'sublabel' | 'fullLabel' | 'text'>;

function wordsOf({ label, value, isProtecting }: Figure): BarWords {
  const hiddenText = isProtecting ? 'hidden' : 'fewer than 5';
  const text = isHidden(value) ? hiddenText : (value ?? 0).toLocaleString('en-GB');
  return { label, sublabel: '', fullLabel: label, text };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `Jul` with its year below when it is the first column or a January. */
function monthWords(figure: Figure, index: number): BarWords {
  const [year = '', month = ''] = figure.label.split('-');
  const showYear = index === 0 || month === '01';
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return wordsOf(figure);
  const sublabel = showYear ? year : '';
  return { ...wordsOf(figure), label: name.slice(0, 3), sublabel, fullLabel: `${name} ${year}` };
}

function modelOf(
  input: ChartInput,
  kind: ChartModel['kind'],
  bars: Bar[],
  height: number,
): ChartModel {
  const { figures, ...words } = input;
  const hasProtecting = figures.some(({ isProtecting }) => isProtecting);
  const hasHidden = bars.some(({ hidden }) => hidden);
  return { ...words, kind, height, bars, hasHidden, hasProtecting };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
