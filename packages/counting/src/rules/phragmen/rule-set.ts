import { z } from 'zod';
import { everyRule, nothingLimited } from '../../model/rule-set-members.ts';

export const phragmenRuleSet = z.strictObject({ ...everyRule, rule: z.literal('phragmen') });

export type PhragmenRuleSet = z.infer<typeof phragmenRuleSet>;

export const defaultPhragmen = (): PhragmenRuleSet => ({ ...nothingLimited, rule: 'phragmen' });
