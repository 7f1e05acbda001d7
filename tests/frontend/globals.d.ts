/* What the scripts find on the page: of the theme, of the chart engine, and the index of the search. */

interface BscView {
  signal(name: string, value: unknown): BscView;
  width(): number;
  width(size: number): BscView;
  height(): number;
  height(size: number): BscView;
  runAsync(): Promise<unknown>;
  initialize(stage: Element): BscView;
  finalize(): BscView;
}

/** The parts of Vega that `chart_engine/entry.js` names. */
interface BscVega {
  parse: (spec: object, config: undefined, options: { ast: boolean }) => object;
  View: new (flow: object, options: { expr: unknown; renderer: "svg" }) => BscView;
  expressionInterpreter: unknown;
}

interface Window {
  /** The theme's stream of pages; absent in other themes. */
  document$?: { subscribe?: (start: (page: Document) => void) => unknown };
  /** What the theme remembers of a reader, and where. */
  __md_scope?: URL;
  __md_hash?: (text: string) => number;
  __md_get?: (name: string, storage?: Storage, where?: URL) => unknown;
  __md_set?: (name: string, value: unknown, storage?: Storage, where?: URL) => void;
  bscVega: BscVega;
  bscChartTypes: Record<string, import("../../docs_templates/assets/bsc-chart-data.js").Spec>;
  /** What finds things by name, and what can be found: both come when somebody asks. */
  bscFinder?: {
    open: (index: import("../../docs_templates/assets/bsc-names.js").Index, home: string) => void;
    near: (index: import("../../docs_templates/assets/bsc-names.js").Index, home: string, question: string) => Node[];
  };
  /** Whether what answers a reader is there. */
  bscTools?: boolean;
  /** Other values in the table of KPIs, tried out. */
  bscWhatIf?: {
    turn: (
      table: HTMLTableElement,
      content: import("../../docs_templates/assets/bsc-what-if-rules.js").Content,
    ) => boolean;
  };
  /** Other values on the strategy map, tried out. */
  bscMapWhatIf?: {
    turn: (map: HTMLElement, content: import("../../docs_templates/assets/bsc-what-if-rules.js").Content) => boolean;
  };
  bscFinderIndex: import("../../docs_templates/assets/bsc-names.js").Index;
  /** What shows how a scorecard stood, and what it shows, by scorecard: both come when somebody asks. */
  bscShowPast?: (place: Element, past: import("../../docs_templates/assets/later-past.js").Past, at: number) => void;
  bscWhatIfContent?: Record<string, import("../../docs_templates/assets/bsc-what-if-rules.js").Content>;
  bscCharts?: Record<string, import("../../docs_templates/assets/bsc-chart-data.js").Content>;
  bscKpiRows?: Record<string, import("../../docs_templates/assets/bsc-kpi-rows.js").LateRows>;
  bscPast?: Record<string, import("../../docs_templates/assets/later-past.js").Past>;
  /** What answers in the place of the theme's search worker: comes when somebody searches. */
  bscSearch?: { answer: (message: { type: number; data: any }) => { type: number; data?: unknown } | undefined };
}
