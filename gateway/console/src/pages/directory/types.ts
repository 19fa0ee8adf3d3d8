import type { components } from '@lianpiao/gateway/client';
import type { Answer } from '../../api/answers';

type Schemas = components['schemas'];
export type Entry = Schemas['DirectoryEntry'];
export type EntryDetail = Schemas['DirectoryEntryDetail'];
export type Department = Schemas['Department'];
export type Feedback = Schemas['FeedbackState'];
export type Resource = Answer<'readResource'>;

export const SECTORS = [
  ...['industry', 'agriculture', 'commerce', 'transport', 'finance', 'science'],
  ...['culture-tourism', 'health', 'emergency', 'weather', 'city', 'green'],
] as readonly Entry['sector'][];
export const CLASSES = ['public-service', 'government', 'scientific', 'enterprise', 'personal'] as const;
export const OPENNESS = ['open', 'conditional', 'closed'] as const;
export const GRADES = ['1', '2', '3', '4'] as const;
export const STAGES = ['collected', 'integrated', 'stored', 'shared', 'retired'] as const;
