//! The HTML of documents in messages, and of choosing them.

use super::document_store::Document;
use crate::base::limits;
use crate::features::files;
use crate::lang::Lang;
use crate::ui::{self, Icon};
use maud::{Markup, html};

/// The documents of a message; `address` gives that of one, to be fetched (`fetch`) or looked at (`view`).
pub fn documents_of(lang: &Lang, documents: &[Document], address: &dyn Fn(i64, &str) -> String) -> Markup {
    html! {
        @if !documents.is_empty() {
            ul.message-files role="list" {
                @for document in documents {
                    li.message-file {
                        span.file-sign aria-hidden="true" { (ui::icon(Icon::FileText)) span { (document.sort) } }
                        div.message-file-words {
                            a.message-file-name href=(address(document.id, "fetch")) download data-turbo="false"
                                aria-label=(lang.files_fetch_this(document.name.as_str())) { bdi { (document.name) } }
                            p.soft.small {
                                (lang.bytes(document.bytes))
                                @if document.sort == files::Sort::Pdf {
                                    " · " a href=(address(document.id, "view")) data-turbo="false" { (lang.open()) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where the documents of a conversation are fetched.
pub(super) fn address(id: i64, how: &str) -> String {
    format!("/documents/{id}/{how}")
}

/// What is wrong with the documents of a form.
pub(super) fn problem(words: Option<&str>) -> Markup {
    html! {
        @if let Some(words) = words {
            p.problem #field-document-problem role="alert" { (ui::icon(Icon::AlertCircle)) span { (words) } }
        }
    }
}

/// The button with which documents are chosen, and the pattern of one that was.
pub(super) fn picker(lang: &Lang, wrong: bool) -> Markup {
    let most = limits::MESSAGE_FILES_MAX;
    html! {
        label.button.button-bare.file-button title=(lang.chat_documents()) {
            (ui::icon(Icon::FileText)) span.unseen { (lang.chat_documents()) }
            input #field-document type="file" name="document" accept=(files::Sort::accept()) multiple
                data-documents data-most=(most) data-bytes-max=(limits::FILE_MIB_MAX << 20)
                data-not-document=(lang.chat_not_document()) data-too-many=(lang.problem_too_many(most as i64))
                aria-describedby=[wrong.then_some("field-document-problem")] aria-invalid=[wrong.then_some("true")];
        }
        template data-picked-document {
            li.picked-document {
                span.file-sign aria-hidden="true" { (ui::icon(Icon::FileText)) span data-sort {} }
                p { bdi data-name {} " " span.soft.small data-size {} }
                button.button.button-bare.button-quiet type="button" aria-label=(lang.chat_document_leave_out()) { (ui::icon(Icon::X)) }
            }
        }
    }
}
