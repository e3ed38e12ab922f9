DROP INDEX `conversations_by_status`;--> statement-breakpoint
ALTER TABLE `conversations` ADD `waiting_since` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `assignee_id` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `rating_score` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `rating_comment` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `rated_at` text;--> statement-breakpoint
CREATE INDEX `conversations_by_state` ON `conversations` (`tenant_id`,`status`,`handler`,`activity`);--> statement-breakpoint
CREATE INDEX `conversations_by_assignee` ON `conversations` (`tenant_id`,`assignee_id`,`status`,`handler`,`activity`);--> statement-breakpoint
CREATE INDEX `conversations_unanswered` ON `conversations` (`tenant_id`,`activity`) WHERE status = 'open' AND handler = 'human' AND waiting_since IS NOT NULL;