import { z } from 'zod';
import { RUN_STATES } from '../templates/run-state';
import { LEAST_GROUP, OPERATORS, RELEASES, TEMPLATE_KINDS } from '../templates/template';
import { conditions, fieldName } from './grant-schemas';
import { identifier, page, reason, text } from './schemas';

/** The forms of what the routes about query templates take. */
const parameter = z.strictObject({
  field: fieldName,
  ops: z.array(z.enum(OPERATORS)).min(1).max(OPERATORS.length),
  required: z.boolean().default(false),
});

export const templateBody = {
  title: text(200),
  kind: z.enum(TEMPLATE_KINDS),
  field: fieldName.nullable().default(null).meta({ description: 'Of a sum' }),
  by: fieldName.nullable().default(null).meta({ description: 'Of a distribution' }),
  where: conditions.default([]),
  parameters: z.array(parameter).max(20).default([]),
  minimumGroup: z.int().min(LEAST_GROUP).max(1_000_000).default(10),
  dailyRuns: z.int().min(1).max(100_000).default(100).meta({ description: 'Different questions a day under one grant' }),
  release: z.enum(RELEASES).default('direct'),
};

export const templateApproval = z
  .strictObject({
    template: identifier,
    version: z.int().min(1).optional().meta({ description: 'The next one when absent; any other is refused' }),
    resource: identifier,
    ...templateBody,
    reason,
  })
  .meta({ id: 'TemplateApproval', description: 'docs/formats.md, Query templates' });

export const templateRun = z
  .strictObject({ template: identifier, arguments: conditions.default([]) })
  .meta({ id: 'TemplateRun' });

/** Runs that leave at once wait for nobody, and are not listed. */
export const runPage = page.extend({
  grant: identifier.optional(),
  state: z.enum(RUN_STATES).exclude(['direct']).optional(),
  reason: text(200).meta({ description: 'Of bureau and auditor: why they look; it is recorded' }).optional(),
});
