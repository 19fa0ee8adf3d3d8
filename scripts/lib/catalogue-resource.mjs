/** Puts a registered resource under a catalogue entry of its own: without one no access to it is granted. */

/**
 * Division, department, duty, entry and the resource under it; what is there already stays.
 * @param about `organisation` is the provider; `title`, `sector` and `evidence` describe the entry, of the lowest grade.
 */
export async function catalogueResource(
  { url, services, bureau, provider },
  { resource, organisation, title, sector, evidence },
) {
  const division = '110000';
  const duty = `duty-of-${organisation}`;
  const entry = `${resource}-entry`;
  const described = {
    entry, duty, title, datum: `${resource} of ${organisation}`, sector, grade: 1, class: 'public-service', openness: 'conditional', version: 1,
    tags: { technology: ['开放接口'], industry: ['公共服务'], management: ['统计'] },
    ...(evidence === undefined ? {} : { evidence }),
  }; // prettier-ignore
  const steps = [
    ['divisions', bureau, { division, name: '示例市' }],
    ['organisations', bureau, { organisation, division }],
    ['duties', bureau, { duty, version: 1, organisation, name: title, basis: '示例' }],
    ['entries', provider, described],
    [`${resource}/entry`, provider, { entry }],
  ];
  for (const [path, apiKey, body] of steps)
    await services.unlessThere(
      services.call(url, 'POST', `/v1/catalogue/${path}`, { apiKey, body: { ...body, reason: 'set up' } }),
    );
}
