import { useLayoutEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

/** How a part of a bar looks, told apart without colour: filled, striped across, striped down, empty. */
export type Look = "full" | "across" | "down" | "empty";

export interface Series {
  name: string;
  look: Look;
  /** One number a bar. */
  values: readonly number[];
}

export interface ChartProps {
  /** What it says, in a sentence, for those who do not see it; a table beside it says all. */
  name: string;
  /** One a bar. */
  labels: readonly string[];
  /** From the foot of each bar upwards. */
  series: readonly Series[];
  /** Bars that lie, each with its whole label; else they stand, and some labels are left out. */
  isLying?: boolean;
}

/** Colour of each look: names of the page's own variables. */
const COLOURS: Record<Look, string> = {
  full: "--stop",
  across: "--care",
  down: "--key",
  empty: "--edge",
};

/** As much as fits between the edges of a sheet of A4. */
const PAPER = 680;
const STANDING_HEIGHT = 240;
const LYING_BAR = 30;
/** CSS pixels of what is beside the bars. */
const FOOT = 44;
const SIDE = 52;
const FONT =
  '13px "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", sans-serif';

/** Stacked bars on a canvas, in the colours of the page; drawn anew where those or the width change. */
export function Chart({ name, labels, series, isLying = false }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  /** CSS pixels. */
  const width = useRef(0);
  // Before the frame: a plot and the list beside it never tell of different selections.
  useLayoutEffect(() => {
    const place = box.current;
    if (!place) return;
    const life = new AbortController();
    const { signal } = life;
    let plot: uPlot | null = null;
    const draw = (to: number) => {
      plot?.destroy();
      const options = optionsOf(to, { labels, series, isLying });
      plot = to > 0 ? new uPlot(options, dataOf(labels, series), place) : null;
    };
    const redraw = () => draw(width.current);
    // Asked once: to be asked again would make the browser lay out the whole page before the frame.
    if (width.current === 0) width.current = place.clientWidth;
    redraw();
    const watch = new ResizeObserver(([now]) => {
      const wide = Math.round(now?.contentRect.width ?? 0);
      if (wide === width.current) return;
      width.current = wide;
      redraw();
    });
    watch.observe(place);
    // The page has changed its own colours by then: it listened first.
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw, { signal });
    window.addEventListener("beforeprint", () => draw(Math.min(width.current, PAPER)), { signal });
    window.addEventListener("afterprint", redraw, { signal });
    return () => {
      life.abort();
      watch.disconnect();
      plot?.destroy();
    };
  }, [labels, series, isLying]);
  return (
    <figure class="chart">
      <div class="plot" ref={box} role="img" aria-label={name} />
      <figcaption class="legend" aria-hidden="true">
        {series.map((one) => (
          <span key={one.name}>
            <span class={`swatch look-${one.look}`} />
            {one.name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Places of the bars, and for each series all that stands up to it; the tallest is drawn first. */
function dataOf(labels: readonly string[], series: readonly Series[]): uPlot.AlignedData {
  const sums = labels.map(() => 0);
  const stacked = series.map(({ values }) =>
    values.map((value, at) => {
      const sum = (sums[at] ?? 0) + value;
      sums[at] = sum;
      // Where there is nothing there is no line either.
      return value === 0 ? null : sum;
    }),
  );
  return [labels.map((_, at) => at), ...stacked.toReversed()];
}

function optionsOf(
  width: number,
  { labels, series, isLying }: Required<Omit<ChartProps, "name">>,
): uPlot.Options {
  const style = getComputedStyle(document.body);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const paths = uPlot.paths.bars?.({ size: [0.7, 28, 1] });
  const shared: uPlot.Axis = {
    font: FONT,
    stroke: colour("--ink"),
    ticks: { show: false },
    grid: { show: false },
  };
  const side = isLying ? Math.min(widestOf(labels) + 24, width * 0.45) : SIDE;
  const bars = isLying ? width : width - side - 16;
  // Room for "12/31" and a gap.
  const step = isLying ? 1 : Math.ceil(labels.length / Math.max(1, Math.floor(bars / 64)));
  return {
    width,
    height: isLying ? labels.length * LYING_BAR + FOOT : STANDING_HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 16, 0, 0],
    scales: {
      x: {
        time: false,
        ori: isLying ? 1 : 0,
        dir: isLying ? -1 : 1,
        range: () => [-0.5, labels.length - 0.5],
      },
      y: { ori: isLying ? 0 : 1, range: (_plot, _least, most) => [0, Math.max(4, most * 1.05)] },
    },
    axes: [
      {
        ...shared,
        side: isLying ? 3 : 2,
        size: isLying ? side : 32,
        gap: 8,
        splits: () => labels.flatMap((_, at) => (at % step === 0 ? [at] : [])),
        values: (plot, places) =>
          places.map((at) => fitted(plot.ctx, labels[at] ?? "", side - 16, isLying)),
      },
      {
        ...shared,
        side: isLying ? 2 : 3,
        size: isLying ? 36 : side,
        gap: 6,
        // Whole posts only.
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000],
        grid: { stroke: colour("--line"), width: 1 },
      },
    ],
    series: [
      {},
      ...series.toReversed().map(
        ({ look }): uPlot.Series => ({
          stroke: colour(COLOURS[look]),
          width: 1,
          fill: (plot) => fillOf(plot.ctx, look, colour(COLOURS[look]), colour("--paper")),
          points: { show: false },
          ...(paths ? { paths } : {}),
        }),
      ),
    ],
  };
}

function widestOf(labels: readonly string[]): number {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return SIDE;
  context.font = FONT;
  return Math.max(0, ...labels.map((label) => context.measureText(label).width));
}

/** As much of a label as there is room for. */
function fitted(
  context: CanvasRenderingContext2D,
  label: string,
  room: number,
  isLying: boolean,
): string {
  if (!isLying) return label;
  context.save();
  context.font = FONT;
  let text = label;
  while (text.length > 1 && context.measureText(text).width > room) {
    text = `${text.replace(/…$/, "").slice(0, -1)}…`;
  }
  context.restore();
  return text;
}

function fillOf(
  context: CanvasRenderingContext2D,
  look: Look,
  colour: string,
  paper: string,
): string | CanvasPattern {
  if (look === "full") return colour;
  if (look === "empty") return paper;
  const size = 6 * devicePixelRatio;
  const tile = new OffscreenCanvas(size, size);
  const brush = tile.getContext("2d");
  if (!brush) return colour;
  brush.fillStyle = paper;
  brush.fillRect(0, 0, size, size);
  brush.fillStyle = colour;
  if (look === "across") brush.fillRect(0, 0, size, size / 2);
  else brush.fillRect(0, 0, size / 2, size);
  return context.createPattern(tile, "repeat") ?? colour;
}
