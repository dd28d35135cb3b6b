<#-- One line per library: coordinates, address, licences; io.opencop.dist.Notices reads it. -->
<#list dependencyMap as e>
${e.getKey().groupId}:${e.getKey().artifactId}:${e.getKey().version}	${(e.getKey().url!"-")}	${e.getValue()?join(" | ")}
</#list>
