/**
 * The shape of the Beijing case: 53 departments, each with duties, and under the duties catalogue entries, every one an act on
 * the ledger. The words are made up; how many entries a department has follows Zipf's law, as it does in a city.
 */
export const DEPARTMENTS = 53;
const DUTIES = 4;
/** Datasets of a document; the gateway takes 500, and a megabyte. */
const DATASETS = 500;
const DOCUMENTS_AT_ONCE = 4;
const DIVISION = '110000';

const FIELDS = [
  ['industry', '工业', ['企业用电量', '产能利用率', '工业园区名录', '设备联网状态']],
  ['agriculture', '农业', ['耕地面积', '粮食产量', '农药登记', '土壤墒情']],
  ['commerce', '商务', ['社会消费品零售额', '商户登记信息', '外贸备案', '物价监测']],
  ['transport', '交通', ['公交站点客流', '道路拥堵指数', '停车位余量', '车辆年检信息']],
  ['finance', '金融', ['企业贷款余额', '融资担保名单', '小额贷款机构名录', '税收入库']],
  ['science', '科技', ['专利授权信息', '高新企业认定', '科研项目立项', '技术合同登记']],
  ['culture-tourism', '文化旅游', ['景区客流', '博物馆藏品目录', '演出许可', '旅行社名录']],
  ['health', '卫生健康', ['医院床位', '疫苗接种点', '医师执业注册', '传染病监测']],
  ['emergency', '应急', ['危化品企业名录', '避难场所', '应急物资储备', '事故通报']],
  ['weather', '气象', ['逐小时降水量', '气温观测', '雷电预警', '空气湿度']],
  ['city', '城市管理', ['井盖设施', '垃圾清运量', '户外广告许可', '供热管网']],
  ['green', '生态环境', ['空气质量小时值', '水质断面监测', '排污许可', '噪声监测']],
];
const TECHNOLOGY = ['传感器', '开放接口', '数据库', '文件', '遥感'];
const MANAGEMENT = ['统计', '监测', '许可', '名录', '考核'];
const DISTRICTS = [
  '东城',
  '西城',
  '朝阳',
  '海淀',
  '丰台',
  '石景山',
  '通州',
  '昌平',
  '大兴',
  '顺义',
  '房山',
  '门头沟',
  '平谷',
  '怀柔',
  '密云',
  '延庆',
];
const CLASSES = ['public-service', 'government', 'scientific', 'enterprise', 'personal'];

/** How many entries each department has: by Zipf's law, together `total`, none without. */
export function sharesOf(total) {
  const weights = Array.from({ length: DEPARTMENTS }, (_, rank) => 1 / (rank + 1));
  const sum = weights.reduce((left, right) => left + right, 0);
  const shares = weights.map((weight) => Math.max(1, Math.floor((total * weight) / sum)));
  shares[0] += total - shares.reduce((left, right) => left + right, 0);
  return shares;
}

const pick = (list, index) => list[index % list.length];
const departmentOf = (rank) => `dept-${String(rank + 1).padStart(2, '0')}`;

/** The entry of a department as a dataset of DCAT. The same numbers give the same entry. */
function datasetOf(rank, index) {
  const [sector, industry, things] = pick(FIELDS, rank);
  const thing = pick(things, index);
  const district = pick(DISTRICTS, Math.floor(index / things.length));
  const year = 2000 + (Math.floor(index / (things.length * DISTRICTS.length)) % 27);
  return {
    '@type': 'dcat:Dataset',
    'dct:identifier': `${departmentOf(rank)}-e${String(index)}`,
    'dct:title': `${district}区${thing}（${String(year)}年）`,
    'dct:description': `${industry}领域：${district}区${String(year)}年${thing}，第${String(index)}号`,
    'dcat:theme': sector,
    'lp:datum': `${departmentOf(rank)} ${thing} ${String(index)}`,
    'lp:grade': 1 + (index % DUTIES),
    'lp:class': classOf(index),
    'lp:technology': pick(TECHNOLOGY, index),
    'lp:industry': industry,
    'lp:management': pick(MANAGEMENT, rank + index),
  };
}

const classOf = (index) => pick(CLASSES, Math.floor(index / 3));
/** Only the lowest grade, and nothing about persons, may be open. */
const opennessOf = (index) => (index % DUTIES === 0 && classOf(index) !== 'personal' ? 'open' : 'conditional');

/** A department's entries as bodies of `POST /v1/catalogue/dcat`: each document has entries of one duty and one openness. */
function* importsOf(rank, count) {
  const [sector, industry] = pick(FIELDS, rank);
  const documents = new Map();
  const bodyOf = ([openness, duty], datasets) => ({
    catalogue: 'city',
    reason: 'load',
    defaults: {
      duty: `${departmentOf(rank)}-duty-${duty}`, grade: 1, class: 'public-service', openness, sector,
      tags: { technology: [TECHNOLOGY[0]], industry: [industry], management: [MANAGEMENT[0]] },
    },
    document: { '@type': 'dcat:Catalog', 'dcat:dataset': datasets },
  }); // prettier-ignore
  for (let index = 0; index < count; index += 1) {
    const key = `${opennessOf(index)} ${String(1 + (index % DUTIES))}`;
    const datasets = documents.get(key) ?? [];
    documents.set(key, datasets);
    if (datasets.push(datasetOf(rank, index)) < DATASETS) continue;
    documents.delete(key);
    yield bodyOf(key.split(' '), datasets);
  }
  for (const [key, datasets] of documents) yield bodyOf(key.split(' '), datasets);
}

/** Registers departments and duties. @returns an API key for each department, in their order. */
export async function openCity({ url, services, bureau }) {
  const post = (path, body, apiKey = bureau) =>
    services.unlessThere(services.call(url, 'POST', `/v1/catalogue/${path}`, { apiKey, body: { reason: 'load', ...body } }));
  await post('divisions', { division: DIVISION, name: '示例市' });
  const keys = [];
  for (let rank = 0; rank < DEPARTMENTS; rank += 1) {
    const organisation = departmentOf(rank);
    const [, name] = pick(FIELDS, rank);
    const party = { name: `示例市${name}局${rank < FIELDS.length ? '' : `（${String(rank + 1)}）`}` };
    keys.push((await services.registerOrganisation(url, bureau, { organisation, role: 'provider', party })).apiKey);
    await post('organisations', { organisation, division: DIVISION });
    for (let number = 1; number <= DUTIES; number += 1) {
      const duty = `${organisation}-duty-${String(number)}`;
      await post('duties', { duty, version: 1, organisation, name: `${name}职责${String(number)}`, basis: '示例职责清单' });
    }
  }
  return keys;
}

/**
 * Publishes all entries of all departments as imports of DCAT, a few documents at a time; `progress` is told how many are there.
 * @returns entries and seconds.
 */
export async function loadCity({ url, services, keys, total, progress = () => {} }) {
  const shares = sharesOf(total);
  const next = (function* imports() {
    for (let rank = 0; rank < DEPARTMENTS; rank += 1) for (const body of importsOf(rank, shares[rank])) yield [rank, body];
  })();
  const began = performance.now();
  let published = 0;
  await Promise.all(
    Array.from({ length: DOCUMENTS_AT_ONCE }, async () => {
      for (const [rank, body] of next) {
        const { items } = await services.call(url, 'POST', '/v1/catalogue/dcat', { apiKey: keys[rank], body });
        const refused = items.find(({ code }) => code !== undefined);
        if (refused !== undefined) throw new Error(`${refused.entry}: ${refused.code}`);
        published += items.length;
        progress(published);
      }
    }),
  );
  return { published, seconds: (performance.now() - began) / 1000 };
}

/** Waits until every department shows all its entries. @returns the departments. */
export async function cityIndexed({ url, services, key, total, deadlineMs = 600_000 }) {
  let departments = [];
  await services.until(
    async () => {
      const { items } = await services.call(url, 'GET', '/v1/catalogue/departments?limit=100', { apiKey: key });
      departments = items;
      return items.reduce((sum, { registered }) => sum + registered, 0) >= total;
    },
    'the directory shows all entries',
    deadlineMs,
  );
  return departments;
}
