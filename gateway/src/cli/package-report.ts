import { bundleReportText } from './bundle-report';
import type { PackageFileReport } from './check-package-file';
import { printable } from './terminal';

const RESULTS = { valid: 'VALID 有效', invalid: 'INVALID 无效', unknown: 'UNKNOWN 无法判断' } as const;
const BOUND = {
  proven: '+ the document that the bundle commits to 凭证所承诺的原件',
  copy: '- a copy made of the record; the bundle is what proves 据记录制作的副本，以凭证为准',
  differing: 'x NOT the document that the bundle commits to 与凭证承诺的原件不符',
} as const;

/** The verdict on a package for people, in both languages: the whole first, then each bundle and document. */
export function packageReportText({ file, result, reason, error, manifest, bundles, documents }: PackageFileReport): string {
  const lines = [`${RESULTS[result]}  ${printable(file)}${reason === undefined ? '' : `  ${reason}`}`];
  if (error !== undefined)
    for (const name of ['path', 'found', 'wanted'] as const)
      if (error[name] !== undefined) lines.push(`  ${name}: ${printable(error[name])}`);
  if (manifest !== undefined) {
    lines.push(`  made 制作  ${printable(manifest.madeAt)}  ${manifest.purpose}`);
    lines.push(`  bundles 凭证 ${String(bundles.length)}, documents 文件 ${String(documents.length)}`);
  }
  for (const { path, format, bound } of documents) lines.push(`  ${printable(path)}  ${printable(format)}  ${BOUND[bound]}`);
  return [`${lines.join('\n')}\n`, ...bundles.map(({ path, ...verdict }) => bundleReportText({ file: path, ...verdict }))].join(
    '',
  );
}
