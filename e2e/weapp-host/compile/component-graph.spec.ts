import { componentGraph } from './component-graph';
import type { DistFiles } from './dist-files';

const project = (texts: Record<string, string>): DistFiles => ({
  paths: Object.keys(texts),
  has: (path) => path in texts,
  text: (path) => texts[path] ?? '',
  bytes: () => 0,
});

describe('componentGraph', () => {
  it('finds the pages of sub-packages and components by relative path, by root and as a folder', () => {
    const files = project({
      'pages/a.json': '{"usingComponents":{"near":"../parts/near","far":"/parts/far"}}',
      'parts/near.js': '',
      'parts/near.json': '{"component":true,"usingComponents":{"far":"./far"}}',
      'parts/far/index.js': '',
    });
    const graph = componentGraph(files, { pages: ['pages/a'], subPackages: [{ root: 'more', pages: ['b'] }] });
    expect(graph.pages).toEqual(['pages/a', 'more/b']);
    expect(graph.components['pages/a']?.usingComponents).toEqual({ near: '/parts/near', far: '/parts/far/index' });
    expect(graph.components['parts/near']?.usingComponents).toEqual({ far: '/parts/far/index' });
    expect(graph.warnings).toEqual([]);
  });

  it('warns of a component that is not in the project and of plugin components', () => {
    const files = project({ 'a.json': '{"usingComponents":{"gone":"/none","foreign":"plugin://x/y"}}' });
    expect(componentGraph(files, { pages: ['a'] }).warnings).toHaveLength(2);
  });
});
