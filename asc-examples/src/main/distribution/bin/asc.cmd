@echo off
rem Starts asc on Windows. JAVA_HOME or the PATH names Java; ASC_JAVA_OPTS has options for it.
setlocal
set "ASC_JAVA=java"
if defined JAVA_HOME set "ASC_JAVA=%JAVA_HOME%\bin\java"
"%ASC_JAVA%" -XX:TieredStopAtLevel=1 %ASC_JAVA_OPTS% -cp "%~dp0..\lib\*" io.github.ascjava.examples.Main %*
exit /b %ERRORLEVEL%
