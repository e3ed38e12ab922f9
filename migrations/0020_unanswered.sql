CREATE TABLE `askings` (
	`tenant_id` text NOT NULL,
	`message_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`unanswered_id` text NOT NULL,
	`cursor` integer NOT NULL,
	`score` real NOT NULL,
	PRIMARY KEY(`tenant_id`, `message_id`),
	FOREIGN KEY (`tenant_id`,`unanswered_id`) REFERENCES `unanswered`(`tenant_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tenant_id`,`conversation_id`) REFERENCES `conversations`(`tenant_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `askings_by_question` ON `askings` (`tenant_id`,`unanswered_id`,`cursor`);--> statement-breakpoint
CREATE INDEX `askings_by_conversation` ON `askings` (`tenant_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `unanswered` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`key` text NOT NULL,
	`question` text NOT NULL,
	`question_terms` text NOT NULL,
	`times` integer NOT NULL,
	`cursor` integer NOT NULL,
	`last_asked_at` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`entry_id` text,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unanswered_by_key` ON `unanswered` (`tenant_id`,`key`);--> statement-breakpoint
CREATE INDEX `unanswered_by_status` ON `unanswered` (`tenant_id`,`status`,`cursor`);