CREATE TABLE "blob" ("sha256" TEXT PRIMARY KEY, "data" BLOB);
CREATE TABLE "step" ("seq" INTEGER PRIMARY KEY, "label" TEXT, "merge_key" TEXT, "at" INTEGER,
  "undone" INTEGER, "changes" BLOB);
CREATE TABLE "named_version" ("seq" INTEGER PRIMARY KEY, "id" TEXT, "title" TEXT, "at" INTEGER,
  "data" BLOB);
CREATE TABLE "image" (
  "id" TEXT PRIMARY KEY,
  "sha256" TEXT,
  "mime" TEXT,
  "width" INTEGER,
  "height" INTEGER,
  "caption" TEXT
) WITHOUT ROWID;
CREATE TABLE "project" (
  "id" TEXT PRIMARY KEY,
  "service_name" TEXT,
  "theme" TEXT,
  "goal" TEXT,
  "organisation" TEXT,
  "section" TEXT,
  "period_start" TEXT,
  "period_end" TEXT,
  "service_kind" TEXT,
  "note" TEXT,
  "logo_image_id" TEXT REFERENCES "image"("id") ON DELETE RESTRICT,
  "accent" TEXT,
  "title_points" REAL
) WITHOUT ROWID;
CREATE TABLE "group" (
  "id" TEXT PRIMARY KEY,
  "name" TEXT,
  "colour" TEXT,
  "note" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "participant" (
  "id" TEXT PRIMARY KEY,
  "name" TEXT,
  "kana" TEXT,
  "affiliation" TEXT,
  "stakeholder" TEXT,
  "stakeholder_note" TEXT,
  "role" TEXT,
  "note" TEXT,
  "group_id" TEXT REFERENCES "group"("id") ON DELETE RESTRICT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "agenda_item" (
  "id" TEXT PRIMARY KEY,
  "day" INTEGER,
  "start" TEXT,
  "minutes" INTEGER,
  "spare_minutes" INTEGER,
  "title" TEXT,
  "aim" TEXT,
  "method" TEXT,
  "tool" TEXT,
  "sheet" TEXT,
  "who" TEXT,
  "things" TEXT,
  "started_at" TEXT,
  "ended_at" TEXT,
  "extra_minutes" INTEGER,
  "skipped" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "reflection" (
  "id" TEXT PRIMARY KEY,
  "kind" TEXT,
  "text" TEXT,
  "group_id" TEXT REFERENCES "group"("id") ON DELETE RESTRICT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "print_set" (
  "id" TEXT PRIMARY KEY,
  "title" TEXT,
  "choices" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "interview" (
  "id" TEXT PRIMARY KEY,
  "code" TEXT,
  "method" TEXT,
  "date" TEXT,
  "place" TEXT,
  "person" TEXT,
  "interviewer" TEXT,
  "recorder" TEXT,
  "consent" TEXT,
  "summary" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "interview_entry" (
  "id" TEXT PRIMARY KEY,
  "interview_id" TEXT REFERENCES "interview"("id") ON DELETE RESTRICT,
  "question" TEXT,
  "verbatim" TEXT,
  "observation" TEXT,
  "noted_at" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "finding" (
  "id" TEXT PRIMARY KEY,
  "interview_id" TEXT REFERENCES "interview"("id") ON DELETE RESTRICT,
  "entry_id" TEXT REFERENCES "interview_entry"("id") ON DELETE RESTRICT,
  "code" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "persona" (
  "id" TEXT PRIMARY KEY,
  "name" TEXT,
  "kana" TEXT,
  "tagline" TEXT,
  "motto" TEXT,
  "age" INTEGER,
  "face" TEXT,
  "image_id" TEXT REFERENCES "image"("id") ON DELETE RESTRICT,
  "crop" TEXT,
  "occupation" TEXT,
  "household" TEXT,
  "home" TEXT,
  "wishes" TEXT,
  "behaviour" TEXT,
  "problems" TEXT,
  "dream" TEXT,
  "belonging" TEXT,
  "devices" TEXT,
  "digital_skill" INTEGER,
  "considerations" TEXT,
  "sources" TEXT,
  "certainties" TEXT,
  "chosen" INTEGER,
  "chosen_reason" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "empathy_map" (
  "id" TEXT PRIMARY KEY,
  "persona_id" TEXT REFERENCES "persona"("id") ON DELETE RESTRICT,
  "sees" TEXT,
  "hears" TEXT,
  "thinks" TEXT,
  "says" TEXT,
  "pains" TEXT,
  "gains" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "journey_map" (
  "id" TEXT PRIMARY KEY,
  "persona_id" TEXT REFERENCES "persona"("id") ON DELETE RESTRICT,
  "title" TEXT,
  "view" TEXT,
  "goal" TEXT,
  "purpose" TEXT,
  "counterpart_id" TEXT REFERENCES "journey_map"("id") ON DELETE RESTRICT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "phase" (
  "id" TEXT PRIMARY KEY,
  "map_id" TEXT REFERENCES "journey_map"("id") ON DELETE RESTRICT,
  "stage_of_id" TEXT REFERENCES "phase"("id") ON DELETE RESTRICT,
  "counterpart_id" TEXT REFERENCES "phase"("id") ON DELETE RESTRICT,
  "title" TEXT,
  "when" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "lane" (
  "id" TEXT PRIMARY KEY,
  "map_id" TEXT REFERENCES "journey_map"("id") ON DELETE RESTRICT,
  "kind" TEXT,
  "title" TEXT,
  "hidden" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "cell" (
  "id" TEXT PRIMARY KEY,
  "map_id" TEXT REFERENCES "journey_map"("id") ON DELETE RESTRICT,
  "phase_id" TEXT REFERENCES "phase"("id") ON DELETE RESTRICT,
  "lane_id" TEXT REFERENCES "lane"("id") ON DELETE RESTRICT,
  "text" TEXT,
  "outcome" TEXT,
  "evidence" TEXT,
  "emotion" REAL,
  "number" INTEGER,
  "image_id" TEXT REFERENCES "image"("id") ON DELETE RESTRICT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "issue" (
  "id" TEXT PRIMARY KEY,
  "cell_id" TEXT REFERENCES "cell"("id") ON DELETE RESTRICT,
  "number" INTEGER,
  "title" TEXT,
  "detail" TEXT,
  "rank" INTEGER,
  "chosen" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "how_might_we" (
  "id" TEXT PRIMARY KEY,
  "issue_id" TEXT REFERENCES "issue"("id") ON DELETE RESTRICT,
  "who" TEXT,
  "situation" TEXT,
  "wished_state" TEXT,
  "sentence" TEXT,
  "chosen" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "board" (
  "id" TEXT PRIMARY KEY,
  "title" TEXT,
  "frame" TEXT,
  "journey_map_id" TEXT REFERENCES "journey_map"("id") ON DELETE RESTRICT,
  "how_might_we_id" TEXT REFERENCES "how_might_we"("id") ON DELETE RESTRICT,
  "next_number" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "cluster" (
  "id" TEXT PRIMARY KEY,
  "board_id" TEXT REFERENCES "board"("id") ON DELETE RESTRICT,
  "title" TEXT,
  "x" REAL,
  "y" REAL,
  "width" REAL,
  "height" REAL,
  "folded" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "sketch" (
  "id" TEXT PRIMARY KEY,
  "width" REAL,
  "height" REAL,
  "figures" TEXT,
  "strokes" TEXT,
  "caption" TEXT
) WITHOUT ROWID;
CREATE TABLE "note" (
  "id" TEXT PRIMARY KEY,
  "board_id" TEXT REFERENCES "board"("id") ON DELETE RESTRICT,
  "number" INTEGER,
  "title" TEXT,
  "text" TEXT,
  "colour" TEXT,
  "author_id" TEXT REFERENCES "participant"("id") ON DELETE RESTRICT,
  "group_id" TEXT REFERENCES "group"("id") ON DELETE RESTRICT,
  "cluster_id" TEXT REFERENCES "cluster"("id") ON DELETE RESTRICT,
  "issue_id" TEXT REFERENCES "issue"("id") ON DELETE RESTRICT,
  "cell_id" TEXT REFERENCES "cell"("id") ON DELETE RESTRICT,
  "phase_id" TEXT REFERENCES "phase"("id") ON DELETE RESTRICT,
  "sketch_id" TEXT REFERENCES "sketch"("id") ON DELETE RESTRICT,
  "image_id" TEXT REFERENCES "image"("id") ON DELETE RESTRICT,
  "tags" TEXT,
  "x" REAL,
  "y" REAL,
  "width" REAL,
  "height" REAL,
  "z" REAL,
  "locked" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "mandala" (
  "id" TEXT PRIMARY KEY,
  "title" TEXT,
  "how_might_we_id" TEXT REFERENCES "how_might_we"("id") ON DELETE RESTRICT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "mandala_cell" (
  "id" TEXT PRIMARY KEY,
  "mandala_id" TEXT REFERENCES "mandala"("id") ON DELETE RESTRICT,
  "block" INTEGER,
  "slot" INTEGER,
  "text" TEXT,
  "note_id" TEXT REFERENCES "note"("id") ON DELETE RESTRICT
) WITHOUT ROWID;
CREATE TABLE "vote_round" (
  "id" TEXT PRIMARY KEY,
  "board_id" TEXT REFERENCES "board"("id") ON DELETE RESTRICT,
  "title" TEXT,
  "target" TEXT,
  "target_ids" TEXT,
  "status" TEXT,
  "budget" INTEGER,
  "cap" INTEGER,
  "anonymous" INTEGER,
  "hidden" INTEGER,
  "tie_rule" TEXT,
  "tie_reason" TEXT,
  "voter_ids" TEXT,
  "voter_count" INTEGER,
  "voted_ids" TEXT,
  "opened_at" TEXT,
  "closed_at" TEXT,
  "reopened" INTEGER,
  "run_off_of" TEXT REFERENCES "vote_round"("id") ON DELETE RESTRICT,
  "decided_by" TEXT,
  "events" TEXT,
  "log" TEXT,
  "tallies" TEXT,
  "selections" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "ballot" (
  "id" TEXT PRIMARY KEY,
  "round_id" TEXT REFERENCES "vote_round"("id") ON DELETE RESTRICT,
  "participant_id" TEXT REFERENCES "participant"("id") ON DELETE RESTRICT,
  "number" INTEGER,
  "way" TEXT,
  "votes" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "deep_dive" (
  "id" TEXT PRIMARY KEY,
  "note_id" TEXT REFERENCES "note"("id") ON DELETE RESTRICT,
  "cluster_id" TEXT REFERENCES "cluster"("id") ON DELETE RESTRICT,
  "group_id" TEXT REFERENCES "group"("id") ON DELETE RESTRICT,
  "title" TEXT,
  "whose" TEXT,
  "problem" TEXT,
  "value" TEXT,
  "people" TEXT,
  "things" TEXT,
  "rules" TEXT,
  "partners" TEXT,
  "worries" TEXT,
  "smallest_trial" TEXT,
  "comments" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "payoff_matrix" (
  "id" TEXT PRIMARY KEY,
  "board_id" TEXT REFERENCES "board"("id") ON DELETE RESTRICT,
  "title" TEXT,
  "raters" TEXT,
  "hidden" INTEGER,
  "decided" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "payoff_item" (
  "id" TEXT PRIMARY KEY,
  "matrix_id" TEXT REFERENCES "payoff_matrix"("id") ON DELETE RESTRICT,
  "note_id" TEXT REFERENCES "note"("id") ON DELETE RESTRICT,
  "cluster_id" TEXT REFERENCES "cluster"("id") ON DELETE RESTRICT,
  "impact" REAL,
  "feasibility" REAL,
  "ratings" TEXT,
  "fits_action" TEXT,
  "fits_thought" TEXT,
  "comment" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "prototype" (
  "id" TEXT PRIMARY KEY,
  "code" TEXT,
  "name" TEXT,
  "note_id" TEXT REFERENCES "note"("id") ON DELETE RESTRICT,
  "deep_dive_id" TEXT REFERENCES "deep_dive"("id") ON DELETE RESTRICT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "prototype_version" (
  "id" TEXT PRIMARY KEY,
  "prototype_id" TEXT REFERENCES "prototype"("id") ON DELETE RESTRICT,
  "number" INTEGER,
  "date" TEXT,
  "based_on" TEXT,
  "hypothesis" TEXT,
  "to_find_out" TEXT,
  "forms" TEXT,
  "cost" TEXT,
  "effort" TEXT,
  "partner" TEXT,
  "changes" TEXT,
  "cause_session_id" TEXT REFERENCES "test_session"("id") ON DELETE RESTRICT,
  "verifications" TEXT,
  "user_count" INTEGER,
  "provider_count" INTEGER,
  "ready" INTEGER,
  "ready_reason" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "frame" (
  "id" TEXT PRIMARY KEY,
  "version_id" TEXT REFERENCES "prototype_version"("id") ON DELETE RESTRICT,
  "deep_dive_id" TEXT REFERENCES "deep_dive"("id") ON DELETE RESTRICT,
  "heading" TEXT,
  "caption" TEXT,
  "sketch_id" TEXT REFERENCES "sketch"("id") ON DELETE RESTRICT,
  "image_id" TEXT REFERENCES "image"("id") ON DELETE RESTRICT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "test_task" (
  "id" TEXT PRIMARY KEY,
  "version_id" TEXT REFERENCES "prototype_version"("id") ON DELETE RESTRICT,
  "title" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "test_session" (
  "id" TEXT PRIMARY KEY,
  "version_id" TEXT REFERENCES "prototype_version"("id") ON DELETE RESTRICT,
  "code" TEXT,
  "date" TEXT,
  "place" TEXT,
  "side" TEXT,
  "person" TEXT,
  "observer" TEXT,
  "words" TEXT,
  "satisfaction" INTEGER,
  "verdict" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "observation" (
  "id" TEXT PRIMARY KEY,
  "session_id" TEXT REFERENCES "test_session"("id") ON DELETE RESTRICT,
  "task_id" TEXT REFERENCES "test_task"("id") ON DELETE RESTRICT,
  "outcome" TEXT,
  "seconds" INTEGER,
  "words" TEXT,
  "stumble" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "improvement" (
  "id" TEXT PRIMARY KEY,
  "session_id" TEXT REFERENCES "test_session"("id") ON DELETE RESTRICT,
  "text" TEXT,
  "state" TEXT,
  "reason" TEXT,
  "version_id" TEXT REFERENCES "prototype_version"("id") ON DELETE RESTRICT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "principle_edition" (
  "id" TEXT PRIMARY KEY,
  "title" TEXT,
  "date" TEXT,
  "source" TEXT,
  "checked_by" TEXT,
  "checked_on" TEXT,
  "current" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "principle_item" (
  "id" TEXT PRIMARY KEY,
  "edition_id" TEXT REFERENCES "principle_edition"("id") ON DELETE RESTRICT,
  "number" INTEGER,
  "title" TEXT,
  "comment" TEXT,
  "next_action" TEXT,
  "next_owner" TEXT,
  "next_due" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "principle_check" (
  "id" TEXT PRIMARY KEY,
  "item_id" TEXT REFERENCES "principle_item"("id") ON DELETE RESTRICT,
  "question" TEXT,
  "answer" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "principle_review" (
  "id" TEXT PRIMARY KEY,
  "edition_id" TEXT REFERENCES "principle_edition"("id") ON DELETE RESTRICT,
  "date" TEXT,
  "answers" TEXT,
  "note" TEXT,
  "version_id" TEXT REFERENCES "prototype_version"("id") ON DELETE RESTRICT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "proposal" (
  "id" TEXT PRIMARY KEY,
  "title" TEXT,
  "service_kind" TEXT,
  "version_id" TEXT REFERENCES "prototype_version"("id") ON DELETE RESTRICT,
  "background" TEXT,
  "target" TEXT,
  "target_number" INTEGER,
  "purpose" TEXT,
  "content" TEXT,
  "difference" TEXT,
  "legal_basis" TEXT,
  "staffing" TEXT,
  "smallest_step" TEXT,
  "hourly_rate" TEXT,
  "years" INTEGER,
  "first_fiscal_year" INTEGER,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "cost" (
  "id" TEXT PRIMARY KEY,
  "proposal_id" TEXT REFERENCES "proposal"("id") ON DELETE RESTRICT,
  "kind" TEXT,
  "label" TEXT,
  "amount" TEXT,
  "basis" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "benefit" (
  "id" TEXT PRIMARY KEY,
  "proposal_id" TEXT REFERENCES "proposal"("id") ON DELETE RESTRICT,
  "kind" TEXT,
  "label" TEXT,
  "amount" TEXT,
  "cases" TEXT,
  "before" TEXT,
  "after" TEXT,
  "unit" TEXT,
  "basis" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "funding" (
  "id" TEXT PRIMARY KEY,
  "proposal_id" TEXT REFERENCES "proposal"("id") ON DELETE RESTRICT,
  "source" TEXT,
  "kind" TEXT,
  "label" TEXT,
  "amount" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "kpi" (
  "id" TEXT PRIMARY KEY,
  "proposal_id" TEXT REFERENCES "proposal"("id") ON DELETE RESTRICT,
  "label" TEXT,
  "unit" TEXT,
  "present" TEXT,
  "target" TEXT,
  "due" TEXT,
  "method" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "milestone" (
  "id" TEXT PRIMARY KEY,
  "proposal_id" TEXT REFERENCES "proposal"("id") ON DELETE RESTRICT,
  "title" TEXT,
  "start" TEXT,
  "end" TEXT,
  "who" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "risk" (
  "id" TEXT PRIMARY KEY,
  "proposal_id" TEXT REFERENCES "proposal"("id") ON DELETE RESTRICT,
  "text" TEXT,
  "answer" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "decision" (
  "id" TEXT PRIMARY KEY,
  "proposal_id" TEXT REFERENCES "proposal"("id") ON DELETE RESTRICT,
  "date" TEXT,
  "meeting" TEXT,
  "who" TEXT,
  "outcome" TEXT,
  "condition" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "process_step" (
  "id" TEXT PRIMARY KEY,
  "proposal_id" TEXT REFERENCES "proposal"("id") ON DELETE RESTRICT,
  "side" TEXT,
  "kind" TEXT,
  "lane" TEXT,
  "title" TEXT,
  "minutes" TEXT,
  "form_fields" INTEGER,
  "next_ids" TEXT,
  "position" REAL
) WITHOUT ROWID;
CREATE TABLE "link" (
  "id" TEXT PRIMARY KEY,
  "source_kind" TEXT,
  "source_id" TEXT,
  "source_field" TEXT,
  "target_kind" TEXT,
  "target_id" TEXT,
  "relation" TEXT,
  "note" TEXT
) WITHOUT ROWID;
