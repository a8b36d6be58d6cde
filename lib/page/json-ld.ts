/** A node of a page's JSON-LD, of unknown shape: it comes from the page. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** Deepest nesting that is followed; real pages use `@graph` and `mainEntity`, two or three levels. */
const DEEPEST_LEVEL = 6;
/** Most characters of one script that are parsed; real ones have a few thousand. */
const LONGEST_SCRIPT = 500_000;

function collectNodes(value: unknown, level: number, nodes: JsonLdNode[]): void {
  if (typeof value !== 'object' || value === null || level > DEEPEST_LEVEL) return;
  if (Array.isArray(value)) {
    for (const item of value) collectNodes(item, level + 1, nodes);
    return;
  }
  // An object that is no array.
  const node = value as JsonLdNode;
  nodes.push(node);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) {
    collectNodes(node[key], level + 1, nodes);
  }
}

/** Every node of the page's JSON-LD scripts, outer ones first. Scripts that are not JSON are passed over. */
export function jsonLdNodesOf(document: Document): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > LONGEST_SCRIPT) continue;
    try {
      collectNodes(JSON.parse(text), 0, nodes);
    } catch {
      // Broken JSON-LD is common and says nothing about the page.
    }
  }
  return nodes;
}

/** The node's schema.org types without their address: `NewsArticle`. */
export function typesOf(node: JsonLdNode): string[] {
  const type = node['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.replace(/^https?:\/\/schema\.org\//, ''));
}

/** schema.org's Article and those of its subtypes that are read as a story. */
const STORY_TYPES = new Set([
  'Article',
  'AdvertiserContentArticle',
  'AnalysisNewsArticle',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'BlogPosting',
  'ClaimReview',
  'LiveBlogPosting',
  'NewsArticle',
  'OpinionNewsArticle',
  'Report',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
]);

/** True for a node that describes an article. */
export function isStoryNode(node: JsonLdNode): boolean {
  return typesOf(node).some((type) => STORY_TYPES.has(type));
}
