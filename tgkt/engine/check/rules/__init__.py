"""Rules of the audit that need no declaration, because they apply to any data.

duplicates  one thing printed differently in several places, and revisions of earlier figures
terms       a term beside its years, and growth beside the levels it is the growth of
reprints    a target that is printed once more, otherwise or alike
floors      a target at or below the present level
labels      an official label that the rule does not give
label_runs  labels of neighbouring rows that another rule gives
gradings    words of documents that grade one figure, and words that grade all targets of a plan
units       a printed unit that cannot be meant literally
omissions   a number the document leaves out
blends      a merged figure that its parts do not give
weights     merged figures whose implied weights of one kind have nothing in common
breaks      figures of one name that cannot be chained
"""
