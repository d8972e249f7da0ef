//! scratch
use dateline::lang::Language; use dateline::segment::segment;
#[test] fn z(){ let t=std::fs::read_to_string("/tmp/a.txt").unwrap(); let l=Language::english(); let d=segment(&t,l);
for s in 0..d.sentences.len(){ for c in d.clauses(s,l){ println!("[{:?} p{:?} r{:?}] {} :: {:?}",c.opener,c.parent,c.resumes,c.span.of(&t), c.verbs.iter().map(|v|(d.word(v.head as usize).to_string(),v.form,v.tense)).collect::<Vec<_>>()); } println!("--"); } }
